/** A channel that cannot be kept as it is. `field` is where, with dots between the parts; the message says what to do. */
export class ChannelProblem extends Error {
  override readonly name = 'ChannelProblem';

  constructor(field: string, complaint: string) {
    super(`"${field}" ${complaint}`);
  }
}
