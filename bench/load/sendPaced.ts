import { sleep } from '../kill/Traffic';
import type { Client, ClientRequest } from './Client';

interface Pace {
  connections: number;
  /** Requests a second. */
  rate: number;
  /** Ends it. */
  signal: AbortSignal;
}

/** Sends requests at a steady rate. `next` makes each; it gets its number, from 1 on. */
export async function sendPaced(
  client: Client,
  { connections, rate, signal }: Pace,
  next: (sent: number) => ClientRequest
): Promise<void> {
  const started = performance.now();
  let sent = 0;
  const sender = async (): Promise<void> => {
    while (!signal.aborted) {
      sent += 1;
      await client.send(next(sent));
      const ahead = (sent / rate) * 1_000 - (performance.now() - started);
      await sleep(Math.max(0, ahead));
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
}
