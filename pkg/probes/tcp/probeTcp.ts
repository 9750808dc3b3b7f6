import type { Socket } from 'node:net';
import { openConnection } from '../openConnection';
import type { Probe } from '../Probe';
import { Stopwatch } from '../Stopwatch';

/** Bytes of a greeting or an answer that are looked at. */
const mostBytes = 16 * 1024;

/** Connects, says something if it was told to, and hears what comes, if an assertion may ask for it. */
export const probeTcp: Probe<'tcp'> = async ({ host, port, send }, _secrets, edges) => {
  const watch = new Stopwatch(edges.monotonic);
  const socket = await openConnection({ host, port }, edges, watch);
  try {
    const address = socket.remoteAddress;
    const heard = send === undefined ? undefined : await converse(socket, send, edges.signal, watch);
    const facts: Record<string, string | number | undefined> = { duration: watch.elapsed, body: heard };
    return {
      failure: null,
      durationMs: watch.elapsed,
      phases: watch.phases,
      find: (source) => facts[source],
      details: { address },
    };
  } finally {
    socket.destroy();
  }
};

/** Sends text and answers with what comes until the other side is done, or has said enough. */
function converse(socket: Socket, text: string, signal: AbortSignal, watch: Stopwatch): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = Buffer.alloc(0);
    const finish = (): void => resolve(heard.toString('utf8'));
    socket.on('data', (chunk: Buffer) => {
      if (heard.length === 0) {
        watch.ended('first_byte');
      }
      heard = Buffer.concat([heard, chunk]).subarray(0, mostBytes);
      // A line is an answer in every protocol that a person would type.
      if (heard.length >= mostBytes || heard.includes(0x0a)) {
        finish();
      }
    });
    socket.once('end', finish);
    socket.once('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    socket.write(text);
  });
}
