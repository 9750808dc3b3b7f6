import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressGuard, AddressRefused } from './AddressGuard';
import { connectOutbound } from './connectOutbound';
import type { Lookup } from './guardedLookup';
import { requestOutbound } from './requestOutbound';

const strict = addressGuard([], 'SEAMARK_TEST_ALLOW');

/** Every way to write an address that must not be reached. */
const forbidden = [
  ...['127.0.0.1', '127.1', '0x7f000001', '2130706433', '017700000001', '0177.0.0.1', '0x7f.1', '127.0.0.1.'],
  ...['127.255.255.254', '0.0.0.0', '0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.192'],
  ...[
    '169.254.169.254',
    '169.254.0.1',
    '168.63.129.16',
    '100.64.0.1',
    '100.100.100.200',
    '224.0.0.1',
    '255.255.255.255',
  ],
  ...['198.18.0.1', '240.0.0.1', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
  ...['[::127.0.0.1]', '[::ffff:0:127.0.0.1]', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]'],
  ...[
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::169.254.169.254]',
    '[64:ff9b:1::10.0.0.1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
  ],
  ...['localhost', 'localhost.', 'LOCALHOST', '127。0。0。1', '１２７.0.0.1', '127．0．0．1', '①②⑦.⓪.⓪.①'],
];

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

  it.each(forbidden)('never reach %s', async (host) => {
    // Not every resolver knows `localhost.`; who knows it is not led there.
    await expect(ask(host, { guard: strict })).rejects.toThrow(/nobody is sent there|ENOTFOUND/);
    expect(connections).toBe(0);
  });

  it.each(forbidden)('do not let a bare connection reach %s', async (host) => {
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
