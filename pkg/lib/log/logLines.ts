import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Longer lines are handed over in pieces of this many UTF-16 units. */
const longest = 16_384;

/** Hands over what a child process prints line by line, without line feeds and empty lines, also an unfinished last one. */
export function logLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.filter((line) => line !== '').forEach(onLine);
    if (rest.length > longest) {
      onLine(rest);
      rest = '';
    }
  };
  const end = () => {
    take(`${decoder.end()}\n`);
  };
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
  stream.once('end', end);
  // A stream that breaks has said all it will; its owner hears of the cause elsewhere.
  stream.once('error', end);
}
