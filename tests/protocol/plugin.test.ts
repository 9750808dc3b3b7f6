import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { call } from '../../pkg/grafana/testing/connect';
import { checkHealth, healthyWithin, query, resource } from './ask';
import { forEachBuiltProgram } from './forEachBuiltProgram';
import { faultsOf } from './hclogLines';
import { freshSettings, removeDirectory } from './places';
import { startPlugin, type StartedPlugin } from './StartedPlugin';

forEachBuiltProgram('$name, started as Grafana starts it', (program) => {
  let settings: Awaited<ReturnType<typeof freshSettings>>;
  let plugin: StartedPlugin;

  beforeAll(async () => {
    settings = await freshSettings();
    plugin = await startPlugin(program, settings);
  });

  afterAll(async () => {
    plugin.child.kill('SIGKILL');
    await plugin.ended;
    plugin.clients.close();
    removeDirectory(settings.data_dir);
  });

  it('shakes hands on a socket that nobody else can reach', () => {
    expect(plugin.handshake).toMatch(/^1\|2\|unix\|\/.+\|grpc$/);
    const socket = plugin.handshake.split('|')[3] ?? '';
    expect(statSync(path.dirname(socket)).mode & 0o777).toBe(0o700);
  });

  it('serves health at once and becomes healthy by itself', async () => {
    const { health } = plugin.clients;
    expect(await call(health.check.bind(health), { service: 'plugin' })).toEqual({ status: 1 });
    const answer = await healthyWithin(plugin.clients, 30);
    expect(answer.message).toMatch(/works, with embedded PostgreSQL/);
    expect(JSON.parse(answer.jsonDetails.toString())).toMatchObject({ ok: true, mode: 'embedded' });
  });

  it('lets an Admin manage apps and nobody else', async () => {
    expect(await resource(plugin.clients, 'GET', 'apps')).toMatchObject({ code: 200, json: { items: [] } });
    expect(await resource(plugin.clients, 'GET', 'apps', undefined, 'Viewer')).toMatchObject({ code: 403 });
    expect(await resource(plugin.clients, 'GET', 'apps', undefined, 'None')).toMatchObject({ code: 403 });
    expect(await resource(plugin.clients, 'GET', 'nothing/here')).toMatchObject({ code: 404 });
    expect(await resource(plugin.clients, 'GET', '../../metrics')).toMatchObject({ code: 400 });
  });

  it('answers a query with what was sent to it a moment before', async () => {
    const created = await resource(plugin.clients, 'POST', 'apps', {
      name: 'shop',
      allowed_origins: ['*'],
      consent_mode: 'off',
    });
    expect(created.code).toBe(201);
    const { keys } = created.json as { keys: Array<{ key: string }> };
    const item = { type: 'event', event_type: 'page_view', session_id: 's1', timestamp: new Date().toISOString() };
    const sent = await fetch(`http://${settings.ingest_addr}/api/v1/events/${keys[0]?.key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item, { ...item, session_id: 's2' }] }),
    });
    expect(await sent.json()).toMatchObject({ accepted: 2 });
    const answer = await query(plugin.clients, { kind: 'events', calculation: 'count', format: 'table' });
    expect(answer).toMatchObject({ error: '', status: 200 });
    const table = tableFromIPC(answer?.frames[0] ?? []);
    expect(table.numRows).toBe(1);
    expect(Number(table.getChildAt(table.numCols - 1)?.get(0))).toBe(2);
  });

  it('refuses a field that does not exist, and personal ones to an alert rule', async () => {
    const table = { kind: 'events', calculation: 'count', format: 'table' };
    expect(await query(plugin.clients, { ...table, groupBy: ['colour'] })).toMatchObject({
      status: 400,
      error: expect.stringContaining('colour'),
    });
    expect(await query(plugin.clients, { ...table, groupBy: ['user_id'] })).toMatchObject({ status: 400 });
  });

  it('gives its metrics', async () => {
    const { diagnostics } = plugin.clients;
    const { metrics } = await call(diagnostics.collectMetrics.bind(diagnostics), { pluginContext: undefined });
    expect(metrics?.prometheus.toString()).toMatch(/^seamark_/m);
  });

  it('does not mind Ctrl-C', async () => {
    plugin.child.kill('SIGINT');
    expect((await checkHealth(plugin.clients)).status).toBe(1);
  });

  it('ends within two seconds when Grafana says so', async () => {
    const { controller } = plugin.clients;
    await call(controller.shutdown.bind(controller), {});
    const asked = Date.now();
    expect(await plugin.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2_000);
  });

  it('has written nothing to stdout but the handshake, and to stderr what Grafana can take', () => {
    expect(plugin.stdout).toEqual([]);
    expect(plugin.stderr.length).toBeGreaterThan(0);
    expect(faultsOf(plugin.stderr)).toEqual([]);
  });

  it('tells a person who starts it what it is for', () => {
    const result = spawnSync(program.command, [...program.args, 'plugin'], { env: {}, encoding: 'utf8' });
    expect(result.status).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(/Grafana starts/);
  });
});
