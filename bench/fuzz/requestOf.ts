import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { chanceOfRequest, type Chance } from './chance';
import { mutateBytes, mutateValue } from './mutate';
import type { Seed } from './Seed';

export interface FuzzRequest {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

const packers: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gzipSync,
  deflate: deflateSync,
  // The usual effort would cost more than everything else.
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
};

/** Request `index` of the run with this seed: always the same for the same payloads. Undefined without any. */
export function requestOf(
  payloads: readonly Seed[],
  key: string,
  seed: number,
  index: number
): FuzzRequest | undefined {
  const chance = chanceOfRequest(seed, index);
  const payload = payloads[Math.floor(chance() * payloads.length)];
  if (payload === undefined) {
    return undefined;
  }
  const headers: Record<string, string> = { 'content-type': payload.contentType, 'x-api-key': key };
  const changed = changedBody(payload, chance);
  const packing = chance();
  const encoding = packing < 0.1 ? 'gzip' : packing < 0.15 ? 'deflate' : packing < 0.2 ? 'br' : undefined;
  if (encoding === undefined) {
    return { path: payload.path, headers, body: changed };
  }
  headers['content-encoding'] = encoding;
  // Some only claim to be packed.
  const body = chance() < 0.8 ? (packers[encoding]?.(changed) ?? changed) : changed;
  return { path: payload.path, headers, body };
}

function changedBody(payload: Seed, chance: Chance): Buffer {
  if (payload.lines === undefined) {
    return mutateBytes(payload.bytes, chance);
  }
  const lines = [...payload.lines];
  for (let times = Math.floor(chance() * 4); times > 0; times -= 1) {
    const at = Math.floor(chance() * lines.length);
    lines[at] = mutateValue(lines[at], chance);
  }
  const body = Buffer.from(lines.map((line) => JSON.stringify(line) ?? '').join('\n'));
  return chance() < 0.25 ? mutateBytes(body, chance) : body;
}
