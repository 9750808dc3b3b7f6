import { createSocket, type Socket } from 'node:dgram';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { SettingField } from '../../src/contract/health/kinds/SettingField';
import { kinds, type ProbedKind } from '../../src/contract/health/kinds/kinds';
import { addressGuard } from '../lib/outbound/AddressGuard';
import type { Lookup } from '../lib/outbound/guardedLookup';
import { forbiddenHosts } from '../lib/outbound/testing/forbiddenHosts';
import { probes } from './probes';
import { runProbe } from './runProbe';

const probed = Object.keys(probes) as ProbedKind[];

describe.each(probed)('a probe of kind %s', (kind) => {
  let canary: Server;
  let listener: Socket;
  let port: number;
  let reached = 0;
  beforeAll(async () => {
    canary = createServer((socket) => {
      reached += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => canary.listen(0, '::', done));
    ({ port } = canary.address() as AddressInfo);
    // A resolver is asked by datagrams.
    listener = createSocket('udp6').on('message', () => (reached += 1));
    await new Promise<void>((done) => listener.bind(port, '::', done));
  });
  beforeEach(() => {
    reached = 0;
  });
  afterAll(() => {
    canary.close();
    listener.close();
  });

  /** What a field holds, for the probe to be led to the canary by this name for it. */
  function leading(host: string, name: string, field: SettingField): unknown {
    switch (field.type) {
      case 'url':
        return `${field.schemes[0]}://${host}:${port}/`;
      case 'host':
        return name === 'host' ? host : 'shop.example';
      case 'number':
        return name === 'port' ? port : undefined;
      case 'text':
        return name === 'resolver' ? `${host}:${port}` : field.isRequired && 'any';
      case 'choice':
        return field.isRequired && field.choices[0];
      default:
        return undefined;
    }
  }

  function settingsFor(host: string): object {
    const all = Object.entries<SettingField>(kinds[kind].fields).map(([name, field]) => [
      name,
      leading(host, name, field),
    ]);
    return Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== false));
  }

  const look = (host: string, find?: Lookup, allowed: string[] = []) =>
    runProbe(
      { kind, settings: settingsFor(host) as never, secrets: {}, assertions: [], timeoutMs: 400 },
      {
        guard: addressGuard(allowed, 'SEAMARK_PROBE_ALLOW'),
        monotonic: () => performance.now(),
        now: () => Date.now(),
        ...(find && { find }),
      }
    );

  it('reaches this machine where that is allowed, so that this test would see it', async () => {
    await look('127.0.0.1', undefined, ['127.0.0.0/8']);
    expect(reached).toBeGreaterThan(0);
  });

  it.each(forbiddenHosts)('never reaches %s', async (host) => {
    expect((await look(host)).outcome).toBe('failed');
    expect(reached).toBe(0);
  });

  it('never reaches a name that means something else the second time, and says why', async () => {
    let asked = 0;
    const rebinding: Lookup = (_hostname, _options, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    };
    // What was checked is what is connected to: nobody looks again.
    await look('rebound.example', rebinding);
    expect([asked, reached]).toEqual([1, 0]);
    const { error } = await look('rebound.example', rebinding);
    expect(error).toMatch(/127\.0\.0\.1 is this machine itself: nobody is sent there unless SEAMARK_PROBE_ALLOW/);
    expect(reached).toBe(0);
  });
});
