/** A check that cannot be kept as it is. `field` is where, with dots between the parts; the message says what to do. */
export class CheckProblem extends Error {
  override readonly name = 'CheckProblem';

  constructor(field: string, complaint: string) {
    super(`"${field}" ${complaint}`);
  }
}
