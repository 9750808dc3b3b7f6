import type { ServerResponse } from './SeamarkServer';

/** The whole body of an answer as one buffer. */
export async function readBody({ body }: Pick<ServerResponse, 'body'>): Promise<Buffer> {
  if (body instanceof Uint8Array) {
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
