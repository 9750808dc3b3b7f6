import type { Readable } from 'node:stream';
import { mostBytes } from './HttpAnswer';

/** Reads a body to its end, or as far as anybody looks. */
export function readBody(stream: Readable): Promise<{ body: Buffer; isCut: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (isCut: boolean): void => resolve({ body: Buffer.concat(chunks).subarray(0, mostBytes), isCut });
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > mostBytes) {
        finish(true);
        stream.destroy();
      }
    });
    stream.once('end', () => finish(false));
    stream.once('error', reject);
    // A body that stops before its announced end.
    stream.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
}
