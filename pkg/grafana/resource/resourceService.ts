import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import type { CallResourceRequest, CallResourceResponse, ResourceServer } from '../generated/backend';
import { serverStream } from '../grpc/serverStream';
import { problemBody } from '../server/problemOf';
import { NotReady } from '../server/ServerGate';
import type { ServerFor } from '../server/serverFor';
import { callResource } from './callResource';

/** The management routes as resources of the plugin; a server that is away is a clear 503 or 502. */
export function resourceService(serverFor: ServerFor, clock: Clock, logger: Logger): ResourceServer {
  return {
    callResource: serverStream<CallResourceRequest, CallResourceResponse>(logger, async function* (request, signal) {
      let begun = false;
      try {
        for await (const part of callResource(request, serverFor, clock, signal)) {
          begun = true;
          yield part;
        }
      } catch (cause) {
        if (begun || !(cause instanceof NotReady || cause instanceof OperatorError)) {
          throw cause;
        }
        const starting = cause instanceof NotReady;
        yield {
          code: starting ? 503 : 502,
          headers: {
            'content-type': { values: ['application/json; charset=utf-8'] },
            ...(starting ? { 'retry-after': { values: ['2'] } } : {}),
          },
          body: problemBody(starting ? 'not_ready' : 'server_unreachable', cause.message),
        };
      }
    }),
  };
}
