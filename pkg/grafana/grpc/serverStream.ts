import { once } from 'node:events';
import { status, type handleServerStreamingCall, type ServerWritableStream } from '@grpc/grpc-js';
import type { Logger } from '../../lib/Logger';
import { abortedWith } from './abortedWith';

/** A call whose answer is a stream, from an async generator; it is pulled no faster than the caller reads. */
export function serverStream<Request, Response>(
  logger: Logger,
  answer: (request: Request, signal: AbortSignal) => AsyncIterable<Response>
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const signal = abortedWith(call);
    send(call, answer(call.request, signal), signal).then(
      () => call.end(),
      (cause: unknown) => {
        if (!signal.aborted) {
          logger.error('a streaming call failed', cause, { path: call.getPath() });
        }
        call.destroy(
          Object.assign(new Error('failed'), { code: status.INTERNAL, details: 'The reason is in the log.' })
        );
      }
    );
  };
}

async function send<Request, Response>(
  call: ServerWritableStream<Request, Response>,
  answers: AsyncIterable<Response>,
  signal: AbortSignal
): Promise<void> {
  for await (const response of answers) {
    if (signal.aborted) {
      return;
    }
    if (!call.write(response)) {
      await once(call, 'drain', { signal });
    }
  }
}
