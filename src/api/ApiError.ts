/** A call that did not succeed. `message` can be shown to a person: it says what went wrong and what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    /** HTTP status, 0 when no answer came. */
    readonly status: number,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}
