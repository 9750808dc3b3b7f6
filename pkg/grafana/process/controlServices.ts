import type { handleBidiStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type {
  GRPCBrokerServer,
  GRPCControllerServer,
  GRPCStdioServer,
  ConnInfo,
  StdioData,
} from '../generated/process';

/** Milliseconds in which the answer to Shutdown leaves the process. */
const timeToAnswer = 25;

/**
 * Stops the process when Grafana says so. The answer comes first: without it Grafana kills at once, with it after two
 * seconds.
 */
export function controllerService(stop: () => void): GRPCControllerServer {
  return {
    shutdown: (_call, callback) => {
      callback(null, {});
      setTimeout(stop, timeToAnswer);
    },
  };
}

/** Side connections between Grafana and a plugin. Neither asks for any; the stream only has to stay open. */
export function brokerService(): GRPCBrokerServer {
  const startStream: handleBidiStreamingCall<ConnInfo, ConnInfo> = (call) => {
    call.on('data', () => undefined);
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
  return { startStream };
}

/** The process's standard streams. Ours go to stderr, which Grafana reads itself; the stream only has to stay open. */
export function stdioService(): GRPCStdioServer {
  return {
    streamStdio: (call: ServerWritableStream<unknown, StdioData>) => {
      call.on('cancelled', () => call.end());
      call.on('error', () => undefined);
    },
  };
}
