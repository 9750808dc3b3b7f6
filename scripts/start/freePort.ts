import { createServer, type AddressInfo } from 'node:net';

/** A port of loopback that nobody listens on at this moment: for runs that must not disturb each other. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
