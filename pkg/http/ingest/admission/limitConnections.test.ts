import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { eventually } from '../../../lib/testing/eventually';
import { limitConnections } from './limitConnections';

describe('limitConnections', () => {
  let server: Server;
  let sockets: Socket[];

  const listenWith = async (proxies: readonly string[], limits: { all: number; ofOneAddress: number }) => {
    server = createServer((_request, response) => response.end('served'));
    limitConnections(server, proxies, limits);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  };
  /** What a new connection is told; empty when it is closed without a word. */
  const ask = (): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => resolve(''));
      socket.once('close', () => resolve(''));
      socket.once('data', (data) => resolve(data.toString()));
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    });

  beforeEach(() => {
    sockets = [];
  });

  afterEach(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });

  it('closes what one address has too much of, and lets it in again when others of it are gone', async () => {
    await listenWith([], { all: 100, ofOneAddress: 2 });
    expect(await Promise.all([ask(), ask()])).toEqual([
      expect.stringMatching(/served/),
      expect.stringMatching(/served/),
    ]);
    expect(await ask()).toBe('');
    sockets[0]?.destroy();
    await once(sockets[0] as Socket, 'close');
    await eventually(async () => /served/.test(await ask()), 'there is room again');
  });

  it('lets a trusted proxy have them all', async () => {
    await listenWith(['10.0.0.0/8', '127.0.0.0/8', '::1/128'], { all: 3, ofOneAddress: 1 });
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(Array(3).fill(expect.stringMatching(/served/)));
    expect(await ask()).toBe('');
  });
});
