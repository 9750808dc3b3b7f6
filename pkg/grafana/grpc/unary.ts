import { status, type handleUnaryCall } from '@grpc/grpc-js';
import type { Logger } from '../../lib/Logger';
import { abortedWith } from './abortedWith';

/** A call with one answer from an async function. What it throws is logged; the caller learns no more than that. */
export function unary<Request, Response>(
  logger: Logger,
  answer: (request: Request, signal: AbortSignal) => Response | Promise<Response>
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const answering = async () => answer(call.request, abortedWith(call));
    answering().then(
      (response) => callback(null, response),
      (cause: unknown) => {
        logger.error('a call failed', cause, { path: call.getPath() });
        callback({ code: status.INTERNAL, details: 'The reason is in the log of the plugin.' });
      }
    );
  };
}
