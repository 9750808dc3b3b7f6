import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { readBody } from './readBody';

const limit = 10;

/** A request as far as reading its body looks at it. */
function requestOf(headers: IncomingMessage['headers'] = {}): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;
}

describe('reading the body of a request', () => {
  it('joins its parts, and tells of each before it is kept', async () => {
    const grown: number[] = [];
    const request = requestOf({ 'content-length': '7' });
    const body = readBody(request, limit, (bytes) => grown.push(bytes));
    request.write('{"a');
    request.end('":1}');
    expect((await body).toString()).toBe('{"a":1}');
    expect(grown).toEqual([3, 4]);
  });

  it('takes one of no bytes, one of exactly the limit, and one that does not say its length', async () => {
    for (const text of ['', 'x'.repeat(limit)]) {
      const request = requestOf();
      const body = readBody(request, limit, () => undefined);
      request.end(text);
      expect((await body).toString()).toBe(text);
    }
  });

  it('keeps bytes of its own, for the socket reads into the same place again', async () => {
    const request = requestOf();
    const body = readBody(request, limit, () => undefined);
    const part = Buffer.from('abc');
    request.end(part);
    const read = await body;
    part.fill(0);
    expect(read.toString()).toBe('abc');
  });

  it('refuses one that says it is too large before any of it is read', async () => {
    const request = requestOf({ 'content-length': '11' });
    const grow = jest.fn();
    await expect(readBody(request, limit, grow)).rejects.toMatchObject({ status: 413 });
    request.write('x');
    await new Promise(setImmediate);
    expect(grow).not.toHaveBeenCalled();
  });

  it('refuses one that turns out too large, and throws the rest away so that the client can end', async () => {
    const request = requestOf();
    const grow = jest.fn();
    const body = readBody(request, limit, grow);
    request.write('x'.repeat(limit));
    request.write('x');
    await expect(body).rejects.toMatchObject({ status: 413 });
    request.write('x'.repeat(100_000));
    const ended = new Promise((resolve) => request.once('end', resolve));
    request.end();
    await ended;
    expect(grow.mock.calls).toEqual([[limit]]);
  });

  it('ends with what `grow` throws, and asks it nothing more', async () => {
    const request = requestOf();
    const full = new Error('there is no room');
    const grow = jest.fn().mockImplementation(() => {
      throw full;
    });
    const body = readBody(request, limit, grow);
    request.write('a');
    await expect(body).rejects.toBe(full);
    request.end('b');
    await new Promise(setImmediate);
    expect(grow).toHaveBeenCalledTimes(1);
  });

  it.each(['2', '4'])('refuses one whose length is not the %s bytes it said', async (said) => {
    const request = requestOf({ 'content-length': said });
    const body = readBody(request, limit, () => undefined);
    request.end('abc');
    await expect(body).rejects.toMatchObject({ status: 400 });
  });

  it('refuses one that breaks off', async () => {
    const request = requestOf({ 'content-length': '7' });
    const body = readBody(request, limit, () => undefined);
    request.write('{"a');
    request.destroy(new Error('aborted'));
    await expect(body).rejects.toMatchObject({ status: 400, message: 'The body broke off' });
  });
});
