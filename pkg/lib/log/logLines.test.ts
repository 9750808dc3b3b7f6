import { PassThrough } from 'node:stream';
import { logLines } from './logLines';

async function linesOf(...chunks: Array<string | Buffer>): Promise<string[]> {
  const stream = new PassThrough();
  const lines: string[] = [];
  logLines(stream, (line) => lines.push(line));
  chunks.forEach((chunk) => stream.write(chunk));
  stream.end();
  await new Promise((resolve) => stream.once('close', resolve));
  return lines;
}

describe('logLines', () => {
  it('hands over lines, wherever the chunks end', async () => {
    expect(await linesOf('a\nb', 'c\r\n', '\nd')).toEqual(['a', 'bc', 'd']);
  });

  it('puts a character together that came in two chunks', async () => {
    const bytes = Buffer.from('é\n');
    expect(await linesOf(bytes.subarray(0, 1), bytes.subarray(1))).toEqual(['é']);
  });

  it('hands over an endless line in pieces', async () => {
    const lines = await linesOf(...Array.from({ length: 10 }, () => 'x'.repeat(10_000)));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('')).toHaveLength(100_000);
  });
});
