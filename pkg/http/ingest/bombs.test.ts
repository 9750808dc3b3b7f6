import { connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { browserKey, fakeStore } from './testing/fakeStore';

const megabyte = 1024 * 1024;
const zeros = Buffer.alloc(50 * megabyte, '0');
const bomb = gzipSync(zeros);

describe('bodies that mean harm', () => {
  let app: FastifyInstance;
  let port = 0;
  beforeAll(async () => {
    app = fakeStore().app;
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => app.close());

  const post = async (body: Buffer, encoding: string) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
    const answer = await fetch(`http://127.0.0.1:${port}/collect/${browserKey}`, { method: 'POST', headers, body });
    return answer.status;
  };

  it.each([
    ['gzip', bomb],
    ['br', brotliCompressSync(zeros)],
    ['gzip, br', brotliCompressSync(bomb)],
    ['gzip, gzip', gzipSync(bomb)],
  ])('answers 413 to a bomb in %s without unpacking it', async (encoding, body) => {
    const before = process.memoryUsage().rss;
    expect(await post(body, encoding)).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * megabyte);
  });

  it('answers 413 by the declared length, before the body comes', async () => {
    const answer = await raw(`content-length: ${100 * megabyte}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"too_large"');
  });

  it('answers 413 to a stream that does not end', async () => {
    const chunk = `10000\r\n${'0'.repeat(0x10000)}\r\n`;
    expect(await raw(`transfer-encoding: chunked\r\n\r\n${chunk.repeat(40)}`)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('ends a request whose body drips', async () => {
    const { headersTimeout, requestTimeout } = app.server;
    Object.assign(app.server, { headersTimeout: 200, requestTimeout: 300 });
    const answer = await raw('content-length: 100\r\n\r\n{');
    Object.assign(app.server, { headersTimeout, requestTimeout });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000]);
  }, 15_000);

  it('answers headers that are too large without a crash', async () => {
    expect(await raw(`x-much: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  function raw(rest: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => {
        answer += data.toString();
        if (answer.includes('}}')) {
          socket.destroy();
        }
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
      socket.write(`POST /collect/${browserKey} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${rest}`);
    });
  }
});
