import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import { callerOf } from '../caller/callerOf';
import {
  PublishStreamResponse_Status,
  SubscribeStreamResponse_Status,
  type PublishStreamRequest,
  type PublishStreamResponse,
  type RunStreamRequest,
  type StreamPacket,
  type StreamServer,
  type SubscribeStreamRequest,
  type SubscribeStreamResponse,
} from '../generated/backend';
import { serverStream } from '../grpc/serverStream';
import { unary } from '../grpc/unary';
import type { ServerFor } from '../server/serverFor';
import { liveChannel } from './liveChannel';
import { runLive } from './runLive';

const nothing = Buffer.alloc(0);

/**
 * Live counts. Each person is judged when they subscribe; the stream itself runs once a channel for all of them, as the
 * first of them, and so tells no more than every Viewer of the organisation may know.
 */
export function streamService(serverFor: ServerFor, clock: Clock, logger: Logger): StreamServer {
  return {
    subscribeStream: unary<SubscribeStreamRequest, SubscribeStreamResponse>(logger, ({ path, pluginContext }) => {
      const { OK, NOT_FOUND, PERMISSION_DENIED } = SubscribeStreamResponse_Status;
      if (!callerOf(pluginContext)) {
        return { status: PERMISSION_DENIED, data: nothing };
      }
      return { status: liveChannel(path) ? OK : NOT_FOUND, data: nothing };
    }),
    runStream: serverStream<RunStreamRequest, StreamPacket>(logger, (request, signal) =>
      packets(runLive(request, serverFor, clock, logger, signal))
    ),
    publishStream: unary<PublishStreamRequest, PublishStreamResponse>(logger, () => ({
      status: PublishStreamResponse_Status.PERMISSION_DENIED,
      data: nothing,
    })),
  };
}

async function* packets(data: AsyncIterable<Buffer>): AsyncGenerator<StreamPacket> {
  for await (const each of data) {
    yield { data: each };
  }
}
