import { createServer } from 'node:net';

/**
 * Throws when another program listens on the port, and names the variable that chooses another. Asked before anything is
 * started: otherwise that program's answers would be taken for ours.
 */
export function requireFreePort(port: number, what: string, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new Error(
          `Port ${port} is taken, and the ${what} needs it: is Seamark already running? ${variable} chooses another.`
        )
      )
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
