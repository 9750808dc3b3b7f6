/** A rule that cannot be kept as it is. `field` is where, with dots between the parts; the message says what to do. */
export class RuleProblem extends Error {
  override readonly name = 'RuleProblem';

  constructor(field: string, complaint: string) {
    super(`"${field}" ${complaint}`);
  }
}
