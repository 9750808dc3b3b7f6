import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface LoopbackSite {
  url: string;
  stop(): Promise<void>;
}

/**
 * A small web site on loopback, by default on a port that is free; with a certificate as `https://localhost`. Rejects when
 * the port is taken.
 */
export async function serveOnLoopback(
  answer: RequestListener,
  port = 0,
  certificate?: { key: string; cert: string }
): Promise<LoopbackSite> {
  const server = certificate ? createSecureServer(certificate, answer) : createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `${certificate ? 'https://localhost' : 'http://127.0.0.1'}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections for a next request: these would keep the server.
        server.closeAllConnections();
      }),
  };
}
