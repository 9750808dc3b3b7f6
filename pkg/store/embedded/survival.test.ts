import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { eventually } from '../../lib/testing/eventually';
import { HeldEmbedded } from '../testing/HeldEmbedded';
import { scratchDirectory } from '../testing/scratchDirectory';
import { withClient } from '../testing/withClient';
import { startEmbeddedPostgres } from './startEmbeddedPostgres';

const scratch = scratchDirectory();
jest.setTimeout(60_000);

/** Pids of all processes whose working directory is the cluster: the postmaster and its children. */
function processesOf(dataDir: string): number[] {
  const cluster = realpathSync(join(dataDir, 'postgres/data'));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === cluster;
      } catch {
        return false;
      }
    });
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

const hasDraft = (dataDir: string): boolean =>
  readdirSync(join(dataDir, 'postgres')).some((name) => name.startsWith('draft-'));

const start = (dataDir: string) =>
  startEmbeddedPostgres({ dataDir, uid: 65534, logger: silentLogger, clock: systemClock });

async function insertRows(url: string, count: number): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('create table if not exists kept (n int)');
    for (let n = 0; n < count; n++) {
      await client.query('insert into kept values ($1)', [n]);
    }
  });
}

async function countRows(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ n: number }>('select count(*)::int as n from kept')
  );
  return rows[0]?.n ?? 0;
}

describe('a server that is killed', () => {
  it('takes PostgreSQL with it, and the next one finds every row that was acknowledged', async () => {
    const dataDir = join(scratch(), 'data');
    const killed = await HeldEmbedded.start(dataDir);
    await insertRows(killed.ownerUrl, 50);
    await killed.kill();
    await eventually(() => processesOf(dataDir).length === 0, 'PostgreSQL has ended');
    const next = await start(dataDir);
    expect(await countRows(next.ownerUrl)).toBe(50);
    await next.stop();
  });

  it('is followed at once by another, without waiting for PostgreSQL to be gone', async () => {
    const dataDir = join(scratch(), 'data');
    let acknowledged = 0;
    for (let round = 0; round < 3; round++) {
      const killed = await HeldEmbedded.start(dataDir);
      await insertRows(killed.ownerUrl, 20);
      acknowledged += 20;
      await killed.kill();
    }
    const next = await start(dataDir);
    expect(await countRows(next.ownerUrl)).toBe(acknowledged);
    await next.stop();
  });

  it('in the middle of its first start is followed by another first start', async () => {
    const dataDir = join(scratch(), 'data');
    const killed = HeldEmbedded.start(dataDir).catch((error: Error) => error);
    await eventually(() => existsSync(join(dataDir, 'postgres')) && hasDraft(dataDir), 'initdb is at work');
    const [holder] = readdirSync(join(dataDir, 'lock'));
    process.kill(Number(holder?.split('-')[0]), 'SIGKILL');
    expect(await killed).toBeInstanceOf(Error);
    const next = await start(dataDir);
    await insertRows(next.ownerUrl, 1);
    expect(hasDraft(dataDir)).toBe(false);
    await next.stop();
  });

  it('together with its supervisor leaves a PostgreSQL that the next one ends before it starts its own', async () => {
    const dataDir = join(scratch(), 'data');
    const killed = await HeldEmbedded.start(dataDir);
    await insertRows(killed.ownerUrl, 10);
    const orphan = postmasterOf(dataDir);
    const supervisor = parentOf(orphan);
    const family = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && name !== String(orphan))
      .map(Number);
    const watchers = family.filter((pid) => safely(() => parentOf(pid)) === supervisor);
    for (const pid of [supervisor, ...watchers]) {
      process.kill(pid, 'SIGKILL');
    }
    await killed.kill();
    const next = await start(dataDir);
    expect(postmasterOf(dataDir)).not.toBe(orphan);
    expect(processesOf(dataDir)).not.toContain(orphan);
    expect(await countRows(next.ownerUrl)).toBe(10);
    await next.stop();
  });
});

describe('a second server', () => {
  it('waits ten seconds, then names the one that holds the directory', async () => {
    const dataDir = join(scratch(), 'data');
    const holder = await HeldEmbedded.start(dataDir);
    const asked = systemClock.now();
    await expect(HeldEmbedded.start(dataDir)).rejects.toThrow(
      new RegExp(`in use by process ${holder.pid} since \\d{4}-.*\\(node holdEmbedded.ts data\\)`)
    );
    expect(systemClock.now() - asked).toBeGreaterThan(9_500);
    await insertRows(holder.ownerUrl, 1);
    await holder.stop();
  });

  it('gets in as soon as the first is gone', async () => {
    const dataDir = join(scratch(), 'data');
    const holder = await HeldEmbedded.start(dataDir);
    await insertRows(holder.ownerUrl, 5);
    const second = start(dataDir);
    await holder.stop();
    expect(await countRows((await second).ownerUrl)).toBe(5);
    await (await second).stop();
  });
});

describe('a PostgreSQL that is killed', () => {
  it('is started again, and says so', async () => {
    const dataDir = join(scratch(), 'data');
    const postgres = await start(dataDir);
    await insertRows(postgres.ownerUrl, 25);
    const states: string[] = [];
    postgres.onStateChange((state) => states.push(state));
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await eventually(() => states.includes('running'), 'PostgreSQL is back');
    expect(states).toEqual(['restarting', 'running']);
    expect(await countRows(postgres.ownerUrl)).toBe(25);
    await postgres.stop();
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('together with its server, in the middle of a computation, is waited for', async () => {
    const dataDir = join(scratch(), 'data');
    const killed = await HeldEmbedded.start(dataDir);
    await insertRows(killed.ownerUrl, 7);
    const busy = withClient(killed.ownerUrl, async (client) => {
      client.on('error', () => undefined);
      await client.query('select count(*) from generate_series(1, 20000000)');
    });
    const outcome = busy.catch(() => undefined);
    await eventually(() => processesOf(dataDir).length > 6, 'the session runs');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await killed.kill();
    const next = await start(dataDir);
    expect(await countRows(next.ownerUrl)).toBe(7);
    await next.stop();
    await outcome;
  });

  it('can be stopped while it is coming back', async () => {
    const dataDir = join(scratch(), 'data');
    const postgres = await start(dataDir);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await eventually(() => postgres.state === 'restarting', 'the end was noticed');
    await postgres.stop();
    expect(postgres.state).toBe('stopped');
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('survives the loss of its supervisor alone', async () => {
    const dataDir = join(scratch(), 'data');
    const postgres = await start(dataDir);
    await insertRows(postgres.ownerUrl, 3);
    const states: string[] = [];
    postgres.onStateChange((state) => states.push(state));
    process.kill(parentOf(postmasterOf(dataDir)), 'SIGKILL');
    await eventually(() => states.includes('running'), 'PostgreSQL is back under a new supervisor');
    expect(await countRows(postgres.ownerUrl)).toBe(3);
    await postgres.stop();
    expect(processesOf(dataDir)).toEqual([]);
  });
});

function safely<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
