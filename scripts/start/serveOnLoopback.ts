import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackSite {
  url: string;
  stop(): Promise<void>;
}

/** A small web site on loopback, by default on a port that is free. Rejects when the port is taken. */
export async function serveOnLoopback(answer: RequestListener, port = 0): Promise<LoopbackSite> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections for a next request: these would keep the server.
        server.closeAllConnections();
      }),
  };
}
