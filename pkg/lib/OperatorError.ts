/**
 * Something only the person who runs the program can put right: its message is one clear line that says what is wrong
 * and what to do. Commands print it and exit 1; CheckHealth shows it.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
