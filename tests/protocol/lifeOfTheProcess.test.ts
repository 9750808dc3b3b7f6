import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { call } from '../../pkg/grafana/testing/connect';
import { checkHealth, healthyWithin, query } from './ask';
import { forEachBuiltProgram } from './forEachBuiltProgram';
import { faultsOf } from './hclogLines';
import { freshSettings, removeDirectory } from './places';
import { grafanaEnvironment, startPlugin, type StartedPlugin } from './StartedPlugin';

forEachBuiltProgram('the life of $name', (program) => {
  let settings: Awaited<ReturnType<typeof freshSettings>>;
  let started: StartedPlugin[];

  const start = async (change: Readonly<Record<string, string>> = {}) => {
    const plugin = await startPlugin(program, { ...settings, ...change });
    started.push(plugin);
    return plugin;
  };

  beforeEach(async () => {
    started = [];
    settings = await freshSettings();
  });

  afterEach(async () => {
    for (const plugin of started) {
      plugin.child.kill('SIGKILL');
      await plugin.ended;
      plugin.clients.close();
      expect(faultsOf(plugin.stderr)).toEqual([]);
    }
    removeDirectory(settings.data_dir);
  });

  it('takes over from a process that was killed', async () => {
    const first = await start();
    expect((await healthyWithin(first.clients, 30)).status).toBe(1);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await start();
    expect((await healthyWithin(second.clients, 30)).message).toMatch(/works/);
  });

  it('waits behind its handshake for a process that is still there', async () => {
    const first = await start();
    expect((await healthyWithin(first.clients, 30)).status).toBe(1);
    const second = await start();
    const waiting = healthyWithin(second.clients, 30);
    const { controller } = first.clients;
    await call(controller.shutdown.bind(controller), {});
    expect(await first.ended).toBe(0);
    expect((await waiting).message).toMatch(/works/);
  });

  it('stays up with a busy port and says which', async () => {
    const holder = createServer().listen(Number(settings.ingest_addr.split(':')[1]), '127.0.0.1');
    await once(holder, 'listening');
    const plugin = await start();
    const health = await checkHealth(plugin.clients);
    expect(health).toMatchObject({
      status: 2,
      message: expect.stringContaining(settings.ingest_addr.split(':')[1] ?? ''),
    });
    expect(await query(plugin.clients, { kind: 'events' })).toMatchObject({ status: 503 });
    holder.close();
    expect((await healthyWithin(plugin.clients, 30)).status).toBe(1);
  });

  it('stays up with a wrong setting and names it', async () => {
    const plugin = await start({ ingest_addr: 'nonsense' });
    expect(await checkHealth(plugin.clients)).toMatchObject({
      status: 2,
      message: expect.stringMatching(/ingest_addr/),
    });
  });

  it('says that a remote server cannot be reached', async () => {
    const plugin = await start({
      remote_url: 'http://127.0.0.1:1',
      remote_token: 'a-token-of-some-length-0123456789abcdef',
    });
    expect(await checkHealth(plugin.clients)).toMatchObject({
      status: 2,
      message: expect.stringMatching(/cannot be reached/),
    });
  });

  it('ends when Grafana is killed', async () => {
    const grafana = spawn('/bin/sh', ['-c', '"$@" & echo "$!" >&2; wait', 'sh', program.command, ...program.args], {
      env: grafanaEnvironment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pids = createInterface(grafana.stderr);
    const [pid] = (await once(pids, 'line')) as [string];
    await once(createInterface(grafana.stdout), 'line');
    grafana.kill('SIGKILL');
    await once(grafana, 'exit');
    const deadline = Date.now() + 15_000;
    while (isAlive(Number(pid)) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const survived = isAlive(Number(pid));
    if (survived) {
      process.kill(Number(pid), 'SIGKILL');
    }
    expect(survived).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
