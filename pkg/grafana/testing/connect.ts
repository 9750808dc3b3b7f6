import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { DataClient, DiagnosticsClient, ResourceClient, StreamClient } from '../generated/backend';
import { HealthClient } from '../generated/health';
import { GRPCBrokerClient, GRPCControllerClient, GRPCStdioClient } from '../generated/process';

/** Clients of all services that a plugin serves, as Grafana would have them. */
export function connect(socketPath: string) {
  const options = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
  const args = [`unix:${socketPath}`, credentials.createInsecure(), options] as const;
  const clients = {
    health: new HealthClient(...args),
    controller: new GRPCControllerClient(...args),
    broker: new GRPCBrokerClient(...args),
    stdio: new GRPCStdioClient(...args),
    diagnostics: new DiagnosticsClient(...args),
    resource: new ResourceClient(...args),
    data: new DataClient(...args),
    stream: new StreamClient(...args),
  };
  return { ...clients, close: () => Object.values(clients).forEach((client) => client.close()) };
}

export type PluginClients = ReturnType<typeof connect>;

type Unary<Request, Response> = (
  request: Request,
  metadata: Metadata,
  options: object,
  callback: (error: ServiceError | null, response: Response) => void
) => unknown;

/** A call with one answer as a promise, given up after fifteen seconds. */
export function call<Request, Response>(method: Unary<Request, Response>, request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    method(request, new Metadata(), { deadline: new Date(Date.now() + 15_000) }, (error, response) =>
      error ? reject(error) : resolve(response)
    );
  });
}
