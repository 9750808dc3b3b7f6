import { OperatorError } from '../../lib/OperatorError';
import { NotReady } from './ServerGate';

/** What a person may read of a failure: our own sentences as they are, nothing of what was not foreseen. */
export function messageOf(cause: unknown): string {
  return cause instanceof OperatorError || cause instanceof NotReady
    ? cause.message
    : 'Seamark could not answer; the reason is in the server’s log.';
}
