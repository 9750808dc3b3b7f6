import { existsSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '../lib/Clock';
import { silentLogger } from '../lib/Logger';
import { OperatorError } from '../lib/OperatorError';
import { SubscribeStreamResponse_Status, type CallResourceResponse, type StreamPacket } from './generated/backend';
import type { PluginProcess } from './process/PluginProcess';
import { startPlugin } from './startPlugin';
import type { SeamarkServer } from './server/SeamarkServer';
import { call, connect, type PluginClients } from './testing/connect';
import { contextOf } from './testing/contextOf';
import { fakeServer, jsonAnswer } from './testing/fakeServer';

const status = {
  version: '0.1.0',
  ok: true,
  findings: [],
  database: { mode: 'embedded', version: '18.4', size_bytes: 1, schema: 5 },
  ingest_url: 'x',
};
const nothing = Buffer.alloc(0);

function fakeProcess() {
  const signals = new Map<string, () => void>();
  const written: string[] = [];
  let uncaught: (cause: unknown) => void = () => undefined;
  let parent = 100;
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => {
    exited = resolve;
  });
  const process: PluginProcess = {
    parentPid: () => parent,
    writeHandshake: (line) => void written.push(line),
    onSignal: (name, listener) => void signals.set(name, listener),
    onUncaught: (listener) => {
      uncaught = listener;
    },
    onUnhandledRejection: () => undefined,
    exit: (code) => exited(code),
  };
  return {
    process,
    written,
    exit,
    signal: (name: string) => signals.get(name)?.(),
    throw: (cause: unknown) => uncaught(cause),
    orphan: () => {
      parent = 1;
    },
  };
}

describe('startPlugin', () => {
  let world: ReturnType<typeof fakeProcess>;
  let clients: PluginClients;
  let socketPath: string;

  async function start(open: () => Promise<SeamarkServer>): Promise<void> {
    world = fakeProcess();
    await startPlugin({
      version: '0.1.0',
      logger: silentLogger,
      clock: systemClock,
      process: world.process,
      socketDir: undefined,
      open,
    });
    socketPath = world.written[0]?.split('|')[3] ?? '';
    clients = connect(socketPath);
  }

  afterEach(async () => {
    world.signal('SIGTERM');
    await world.exit;
    clients.close();
  });

  it('shakes hands before the server opens, and health waits for nobody', async () => {
    await start(() => new Promise(() => undefined));
    expect(world.written).toEqual([expect.stringMatching(/^1\|2\|unix\|\/.+\/s\|grpc\n$/)]);
    expect(await call(clients.health.check.bind(clients.health), { service: 'plugin' })).toEqual({ status: 1 });
    await expect(call(clients.health.check.bind(clients.health), { service: 'other' })).rejects.toThrow(/unknown/);
  });

  it('lets a query wait until the server runs', async () => {
    let opened: (server: SeamarkServer) => void = () => undefined;
    await start(() => new Promise((resolve) => (opened = resolve)));
    const health = call(clients.diagnostics.checkHealth.bind(clients.diagnostics), {
      pluginContext: contextOf('Admin'),
      headers: {},
    });
    opened(fakeServer(() => jsonAnswer(200, status)));
    expect(await health).toMatchObject({ status: 1, message: expect.stringContaining('works') });
  });

  it('stays up with a wrong setting and says it in CheckHealth, in queries and in resources', async () => {
    await start(() => Promise.reject(new OperatorError('Port 8027 is taken.')));
    const pluginContext = contextOf('Admin');
    const health = await call(clients.diagnostics.checkHealth.bind(clients.diagnostics), {
      pluginContext,
      headers: {},
    });
    expect(health).toMatchObject({ status: 2, message: 'Port 8027 is taken.' });
    const parts = await resource('apps');
    expect(parts[0]?.code).toBe(503);
    expect(parts[0]?.body.toString()).toContain('Port 8027 is taken.');
    const metrics = await call(clients.diagnostics.collectMetrics.bind(clients.diagnostics), { pluginContext });
    expect(metrics.metrics?.prometheus).toHaveLength(0);
  });

  const resource = (route: string, body: Buffer = nothing) =>
    new Promise<CallResourceResponse[]>((resolve, reject) => {
      const parts: CallResourceResponse[] = [];
      clients.resource
        .callResource({ pluginContext: contextOf('Admin'), path: route, url: route, method: 'POST', headers: {}, body })
        .on('data', (part: CallResourceResponse) => parts.push(part))
        .on('end', () => resolve(parts))
        .on('error', reject);
    });

  it('takes bodies beyond the four megabytes of gRPC and gives back answers of any size', async () => {
    await start(() => Promise.resolve(fakeServer(({ body }) => ({ status: 200, headers: {}, body: body ?? nothing }))));
    const parts = await resource('echo', Buffer.alloc(20_000_000, 'x'));
    expect(Buffer.concat(parts.map(({ body }) => body))).toHaveLength(20_000_000);
  });

  it('gives its metrics', async () => {
    await start(() => Promise.resolve(fakeServer(() => jsonAnswer(200, status))));
    const { metrics } = await call(clients.diagnostics.collectMetrics.bind(clients.diagnostics), {
      pluginContext: undefined,
    });
    expect(metrics?.prometheus.toString()).toBe('seamark_accepted_total 1\n');
  });

  it('judges who may subscribe, publishes nothing, and streams to who may', async () => {
    const one = { status: 200, frames: [{ data: { values: [[3]] } }] };
    await start(() =>
      Promise.resolve(fakeServer(() => jsonAnswer(200, { results: { page_views: one, errors: one, vitals: one } })))
    );
    const subscribe = (role: string, channel: string) =>
      call(clients.stream.subscribeStream.bind(clients.stream), {
        pluginContext: contextOf(role),
        path: channel,
        data: nothing,
        headers: {},
      });
    expect((await subscribe('Viewer', 'live/all')).status).toBe(SubscribeStreamResponse_Status.OK);
    expect((await subscribe('Viewer', 'other')).status).toBe(SubscribeStreamResponse_Status.NOT_FOUND);
    expect((await subscribe('None', 'live/all')).status).toBe(SubscribeStreamResponse_Status.PERMISSION_DENIED);
    const request = { pluginContext: contextOf('Admin'), path: 'live/all', data: nothing, headers: {} };
    expect((await call(clients.stream.publishStream.bind(clients.stream), request)).status).toBe(2);
    const running = clients.stream.runStream(request);
    running.on('error', () => undefined);
    const packet = await new Promise<StreamPacket>((resolve) => running.once('data', resolve));
    expect(JSON.parse(packet.data.toString())).toMatchObject({
      data: { values: [[expect.any(Number)], [3], [3], [3]] },
    });
    running.cancel();
  });

  it('answers Shutdown, stops the server, removes its socket and ends', async () => {
    const stop = jest.fn(() => Promise.resolve());
    await start(() => Promise.resolve(fakeServer(() => jsonAnswer(200, status), { stop })));
    await call(clients.diagnostics.checkHealth.bind(clients.diagnostics), { pluginContext: undefined, headers: {} });
    expect(await call(clients.controller.shutdown.bind(clients.controller), {})).toEqual({});
    expect(await world.exit).toBe(0);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(existsSync(path.dirname(socketPath))).toBe(false);
  });

  it('ends in less than two seconds although the server does not stop', async () => {
    const stop = () => new Promise<void>(() => undefined);
    await start(() => Promise.resolve(fakeServer(() => jsonAnswer(200, status), { stop })));
    await call(clients.diagnostics.checkHealth.bind(clients.diagnostics), { pluginContext: undefined, headers: {} });
    const asked = Date.now();
    await call(clients.controller.shutdown.bind(clients.controller), {});
    expect(await world.exit).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2_000);
  });

  it('does not mind Ctrl-C, and ends with its parent', async () => {
    await start(() => Promise.resolve(fakeServer(() => jsonAnswer(200, status))));
    world.signal('SIGINT');
    world.signal('SIGHUP');
    expect(await call(clients.health.check.bind(clients.health), { service: '' })).toEqual({ status: 1 });
    world.orphan();
    expect(await world.exit).toBe(0);
  });

  it('ends with 1 after an exception that nobody caught, so that Grafana starts it anew', async () => {
    await start(() => Promise.resolve(fakeServer(() => jsonAnswer(200, status))));
    world.throw(new Error('bug'));
    expect(await world.exit).toBe(1);
  });

  it('keeps the side streams of the protocol open and silent', async () => {
    await start(() => Promise.resolve(fakeServer(() => jsonAnswer(200, status))));
    const seen: unknown[] = [];
    const stdio = clients.stdio.streamStdio({});
    const broker = clients.broker.startStream();
    for (const stream of [stdio, broker]) {
      stream.on('data', (data: unknown) => seen.push(data));
      stream.on('error', () => undefined);
    }
    await call(clients.health.check.bind(clients.health), { service: '' });
    expect(seen).toEqual([]);
    stdio.cancel();
    broker.end();
  });
});
