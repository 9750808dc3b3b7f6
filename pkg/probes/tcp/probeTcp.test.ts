import { createServer, type Server } from 'node:net';
import { listening, probing } from '../testing/probing';

describe('a TCP probe', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (data: Buffer) => {
        if (data.toString() === 'PING\r\n') {
          socket.write('+PO');
          setImmediate(() => socket.write('NG\r\n'));
        }
      });
    });
    port = await listening(server);
  });
  afterAll(() => void server.close());

  it('passes where somebody accepts the connection', async () => {
    const report = await probing({ kind: 'tcp', settings: { host: 'cache.example', port } });
    expect(report).toMatchObject({ outcome: 'passed', details: { address: '127.0.0.1' } });
    expect(Object.keys(report.phases)).toEqual(['dns', 'connect']);
  });

  it('says something and hears a whole line', async () => {
    const settings = { host: 'cache.example', port, send: 'PING\r\n' };
    const assertions = [{ source: 'body', operator: 'contains' as const, value: '+PONG' }];
    expect(await probing({ kind: 'tcp', settings, assertions })).toMatchObject({ outcome: 'passed' });
  });

  it('fails where nobody answers what it says', async () => {
    const settings = { host: 'cache.example', port, send: 'HELLO\r\n' };
    expect(await probing({ kind: 'tcp', settings, timeoutMs: 200 })).toMatchObject({ error: 'no answer within 0.2 s' });
  });
});
