import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import { diagnosticsService } from '../diagnostics/diagnosticsService';
import { DataService, DiagnosticsService, ResourceService, StreamService } from '../generated/backend';
import { HealthService } from '../generated/health';
import { GRPCBrokerService, GRPCControllerService, GRPCStdioService } from '../generated/process';
import { streamService } from '../live/streamService';
import { dataService } from '../query/dataService';
import { resourceService } from '../resource/resourceService';
import type { ServerFor } from '../server/serverFor';
import { brokerService, controllerService, stdioService } from './controlServices';
import { healthService } from './healthService';

/** The largest message taken: the largest body that a resource call may have. gRPC's own limit is 4 MiB. */
const largestMessage = 64 * 1024 * 1024;

export interface GrafanaPorts {
  serverFor: ServerFor;
  clock: Clock;
  logger: Logger;
  pluginVersion: string;
  /** Called when Grafana asks the process to end. */
  stop: () => void;
}

/** Serves the plugin protocol on a Unix socket. Returns what closes it at once. */
export async function listenForGrafana(socketPath: string, ports: GrafanaPorts): Promise<() => void> {
  const { serverFor, clock, logger, pluginVersion, stop } = ports;
  const server = new Server({
    'grpc.max_receive_message_length': largestMessage,
    'grpc.max_send_message_length': -1,
  });
  server.addService(HealthService, healthService());
  server.addService(GRPCControllerService, controllerService(stop));
  server.addService(GRPCBrokerService, brokerService());
  server.addService(GRPCStdioService, stdioService());
  server.addService(DiagnosticsService, diagnosticsService(serverFor, clock, logger, pluginVersion));
  server.addService(ResourceService, resourceService(serverFor, clock, logger));
  server.addService(DataService, dataService(serverFor, clock, logger));
  server.addService(StreamService, streamService(serverFor, clock, logger));
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`unix:${socketPath}`, ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve()
    );
  });
  return () => server.forceShutdown();
}
