import { createServer, type AddressInfo } from 'node:net';

/** What this process was given already: the system may offer a port again before its new owner listens on it. */
const given = new Set<number>();

/** A port of loopback that nobody listens on at this moment, each time another: for runs that must not disturb each other. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await offeredPort();
    if (!given.has(port)) {
      given.add(port);
      return port;
    }
  }
}

function offeredPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
