import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressGuard, AddressRefused } from './AddressGuard';
import { connectOutbound } from './connectOutbound';
import type { Lookup } from './guardedLookup';
import { requestOutbound } from './requestOutbound';
import { forbiddenHosts } from './testing/forbiddenHosts';

const strict = addressGuard([], 'SEAMARK_TEST_ALLOW');

const answers: Lookup = (hostname, _options, done) =>
  done(null, [{ address: hostname === 'public.example' ? '93.184.215.14' : '127.0.0.1', family: 4 }]);

describe('requests to addresses that people name', () => {
  let canary: Server;
  let port: number;
  let connections = 0;
  beforeAll(async () => {
    canary = createServer((request, response) => {
      if (request.url === '/redirect') {
        response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      } else if (request.url === '/endless') {
        response.write('x'.repeat(100_000));
      } else {
        response.writeHead(200, { 'x-was': String(request.headers.host) }).end('pong');
      }
    });
    canary.on('connection', () => (connections += 1));
    await new Promise<void>((done) => canary.listen(0, '::', done));
    ({ port } = canary.address() as AddressInfo);
  });
  beforeEach(() => {
    connections = 0;
  });
  afterAll(() => {
    canary.closeAllConnections();
    canary.close();
  });

  const ask = (host: string, options: Parameters<typeof requestOutbound>[1], path = '/') =>
    requestOutbound({ method: 'GET', url: new URL(`http://${host}:${port}${path}`), mostBytes: 1000 }, options);

  it.each(forbiddenHosts)('never reach %s', async (host) => {
    // Not every resolver knows `localhost.`; who knows it is not led there.
    await expect(ask(host, { guard: strict })).rejects.toThrow(/nobody is sent there|ENOTFOUND/);
    expect(connections).toBe(0);
  });

  it.each(forbiddenHosts)('do not let a bare connection reach %s', async (host) => {
    const attempt = new Promise((_resolve, reject) => {
      const socket = connectOutbound({ host, port }, { guard: strict });
      socket.once('error', reject);
      socket.once('connect', () => reject(new Error('connected')));
    });
    // A name that the resolver does not know is as good as refused.
    await expect(attempt).rejects.not.toThrow('connected');
    expect(connections).toBe(0);
  });

  it('say what is in the way, and which setting lets it through', async () => {
    await expect(ask('127.0.0.1', { guard: strict })).rejects.toThrow(
      '127.0.0.1 is this machine itself: nobody is sent there unless SEAMARK_TEST_ALLOW names it'
    );
    await expect(ask('rebound.example', { guard: strict, find: answers })).rejects.toThrow(
      'rebound.example: 127.0.0.1 is this machine itself'
    );
  });

  it('never reach a name that means something else the second time', async () => {
    let asked = 0;
    const rebinding: Lookup = (_hostname, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '93.184.215.14', family: 4 }]);
    };
    await expect(ask('rebound.example', { guard: strict, find: rebinding })).rejects.toThrow(AddressRefused);
    // The other way round the first answer is the one that counts: nothing asks twice.
    asked = 1;
    const signal = AbortSignal.timeout(50);
    await expect(ask('rebound.example', { guard: strict, find: rebinding, signal })).rejects.toThrow();
    expect([asked, connections]).toEqual([2, 0]);
  });

  it('never reach a name that has a good address beside a bad one', async () => {
    const both: Lookup = (_hostname, _options, done) =>
      done(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '::1', family: 6 },
      ]);
    await expect(ask('both.example', { guard: strict, find: both })).rejects.toThrow(AddressRefused);
    expect(connections).toBe(0);
  });

  it('reach what a network of the setting covers, and nothing beside it', async () => {
    const guard = addressGuard(['127.0.0.0/8'], 'SEAMARK_TEST_ALLOW');
    const { status, body, headers } = await ask('127.0.0.1', { guard });
    expect([status, body.toString(), headers['x-was']]).toEqual([200, 'pong', `127.0.0.1:${port}`]);
    expect((await ask('[::ffff:127.0.0.1]', { guard })).status).toBe(200);
    await expect(ask('[::1]', { guard })).rejects.toThrow(AddressRefused);
    const single = addressGuard(['::1'], 'SEAMARK_TEST_ALLOW');
    expect((await ask('[::1]', { guard: single })).status).toBe(200);
  });

  it('do not follow redirects', async () => {
    const guard = addressGuard(['127.0.0.1'], 'SEAMARK_TEST_ALLOW');
    expect((await ask('127.0.0.1', { guard }, '/redirect')).status).toBe(302);
  });

  it('read no more of an answer than they were told, however long it goes on', async () => {
    const guard = addressGuard(['127.0.0.1'], 'SEAMARK_TEST_ALLOW');
    expect((await ask('127.0.0.1', { guard }, '/endless')).body).toHaveLength(1000);
  });

  it.each(['8.8.8.8', '2606:4700::1111', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8', '172.15.0.1', '100.128.0.1'])(
    'may reach %s',
    (address) => {
      expect(strict.complaint(address)).toBeUndefined();
    }
  );
});
