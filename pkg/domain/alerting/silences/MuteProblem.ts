/** A silence or a maintenance window that cannot be kept as it is: the message names the field and says what to do. */
export class MuteProblem extends Error {
  override readonly name = 'MuteProblem';

  constructor(field: string, complaint: string) {
    super(`"${field}" ${complaint}`);
  }
}
