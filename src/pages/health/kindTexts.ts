import type { CheckKind } from '../../contract/health/words';

/** Each kind of check in words. */
export const kindTexts: Record<CheckKind, { label: string; description: string }> = {
  http: { label: 'HTTP', description: 'Asks a URL and looks at status, headers, body, JSON and certificate' },
  tcp: { label: 'TCP', description: 'Connects to a port, and may say something and read the answer' },
  tls: { label: 'TLS', description: 'Looks at a certificate: chain, name, days left' },
  dns: { label: 'DNS', description: 'Asks a resolver for the records of a name' },
  postgres: { label: 'PostgreSQL', description: 'Logs in and runs one statement that only reads' },
  websocket: { label: 'WebSocket', description: 'Opens a WebSocket, and may say something and read the answer' },
  grpc: { label: 'gRPC', description: 'Asks the standard health service' },
  heartbeat: { label: 'Heartbeat', description: 'The service reports by itself; silence is a failure' },
  derived: { label: 'Derived', description: 'Judges a number that Seamark has, such as an error rate' },
};
