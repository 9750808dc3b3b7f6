import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { HttpProblem } from '../../errors/HttpProblem';
import { decodedLimit } from './limits';

const options = { maxOutputLength: decodedLimit };
const mostSteps = 3;

const decoders: Readonly<Record<string, (input: Buffer) => Promise<Buffer>>> = {
  gzip: (input) => promisify(gunzip)(input, options),
  'x-gzip': (input) => promisify(gunzip)(input, options),
  br: (input) => promisify(brotliDecompress)(input, options),
  // Some clients send raw deflate under this name, most send zlib, whose first byte says so.
  deflate: (input) => ((input[0] ?? 0) % 16 === 8 ? promisify(inflate) : promisify(inflateRaw))(input, options),
};

/**
 * Undoes `content-encoding`, the last named first. Throws 413 when a step would give more than the limit, without
 * unpacking the rest; 400 when the data is broken; 415 for an unknown encoding or too many of them.
 */
export async function decompress(input: Buffer, contentEncoding: string | undefined): Promise<Buffer> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > mostSteps) {
    throw new HttpProblem(415, 'unsupported_encoding', `At most ${mostSteps} content encodings can be nested`);
  }
  let data = input;
  for (const encoding of encodings.reverse()) {
    data = await step(data, encoding);
  }
  return data;
}

async function step(input: Buffer, encoding: string): Promise<Buffer> {
  const decode = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (decode === undefined) {
    throw new HttpProblem(415, 'unsupported_encoding', 'Content encodings are gzip, deflate and br');
  }
  try {
    return await decode(input);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new HttpProblem(413, 'too_large', `The body is larger than ${decodedLimit} bytes after decompression`);
    }
    throw new HttpProblem(400, 'unreadable', `The body is not valid ${encoding}`);
  }
}
