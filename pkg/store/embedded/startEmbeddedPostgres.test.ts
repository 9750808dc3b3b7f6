import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { generatedSecret } from '../../config/generatedSecret';
import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { scratchDirectory } from '../testing/scratchDirectory';
import { withClient } from '../testing/withClient';
import { binarySearch, locateBinaries } from './locateBinaries';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './startEmbeddedPostgres';

// A checkout that PostgreSQL's user cannot enter costs a copy of the programs at each start.
jest.setTimeout(30_000);

const scratch = scratchDirectory();
const started: EmbeddedPostgres[] = [];
const asRoot = process.getuid?.() === 0;
const postgresUid = asRoot ? 65534 : process.getuid?.();

async function start(dataDir: string, options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({
    dataDir,
    uid: 65534,
    logger: silentLogger,
    clock: systemClock,
    settings: { fsync: 'off' },
    ...options,
  });
  started.push(postgres);
  return postgres;
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const ask = async (url: string, sql: string): Promise<unknown> =>
  Object.values((await withClient(url, (client) => client.query(sql))).rows[0] ?? {})[0];

afterEach(async () => {
  await Promise.all(started.splice(0).map((postgres) => postgres.stop()));
});

describe('the first start', () => {
  it('makes a database of PostgreSQL 18 with an owner who is no superuser', async () => {
    const { ownerUrl, version } = await start(join(scratch(), 'data'));
    expect(version).toMatch(/^18\./);
    const { rows } = await withClient(ownerUrl, (client) =>
      client.query(`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
        pg_get_userbyid(datdba) = current_user as owns, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider
        from pg_roles, pg_database where rolname = current_user and datname = current_database()`)
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreaterole: true,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        owns: true,
        encoding: 'UTF8',
        provider: 'b',
      },
    ]);
  });

  it('keeps everything to itself: a Unix socket, closed folders, no TCP port', async () => {
    const dataDir = join(scratch(), 'data');
    const { ownerUrl } = await start(dataDir);
    for (const folder of ['postgres', 'postgres/data', 'postgres/run']) {
      expect([folder, modeOf(join(dataDir, folder))]).toEqual([folder, 0o700]);
      expect([folder, statSync(join(dataDir, folder)).uid]).toEqual([folder, postgresUid]);
    }
    expect(modeOf(join(dataDir, 'database-password'))).toBe(0o600);
    expect(modeOf(join(dataDir, 'postgres/run/.s.PGSQL.5432'))).toBe(0o700);
    expect(await ask(ownerUrl, 'show listen_addresses')).toBe('');
  });

  it('asks everybody for a password, and lets the superuser in with none', async () => {
    const { ownerUrl } = await start(join(scratch(), 'data'));
    const wrong = new URL(ownerUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    wrong.username = 'postgres';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('pg_hba.conf rejects connection');
  });

  it('runs with the measured settings, checksums and durable commits', async () => {
    const { ownerUrl } = await start(join(scratch(), 'data'), { settings: {} });
    const settings = {
      shared_buffers: '64MB',
      work_mem: '8MB',
      max_connections: '24',
      max_parallel_workers_per_gather: '0',
      max_wal_size: '1GB',
      synchronous_commit: 'on',
      fsync: 'on',
      data_checksums: 'on',
      TimeZone: 'UTC',
    };
    for (const [name, value] of Object.entries(settings)) {
      expect([name, await ask(ownerUrl, `show ${name}`)]).toEqual([name, value]);
    }
  });

  it('tells neither the environment of the server nor a password to PostgreSQL’s processes', async () => {
    process.env.SEAMARK_CANARY = 'secret-canary';
    const dataDir = join(scratch(), 'data');
    await start(dataDir);
    delete process.env.SEAMARK_CANARY;
    const pid = readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const seen = readFileSync(`/proc/${pid}/environ`, 'utf8') + readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    expect(seen).toContain('TZ=UTC');
    expect(seen).not.toContain('secret-canary');
    expect(seen).not.toContain(readFileSync(join(dataDir, 'database-password'), 'utf8').trim());
  });

  it('that was cut short is begun again', async () => {
    const dataDir = join(scratch(), 'data');
    const draft = join(dataDir, 'postgres/draft-abc/data');
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'PG_VERSION'), '18\n');
    const { ownerUrl } = await start(dataDir);
    expect(await ask(ownerUrl, 'select 1')).toBe(1);
    expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['data', 'lib', 'run']);
  });

  it('that is refused leaves nothing behind', async () => {
    const dataDir = join(scratch(), 'data');
    await expect(start(dataDir, { settings: { shared_buffers: 'much' } })).rejects.toThrow(
      'The embedded PostgreSQL did not start: invalid value for parameter "shared_buffers": "much"'
    );
    expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
    await start(dataDir);
  });

  it('can be called off', async () => {
    const dataDir = join(scratch(), 'data');
    await expect(start(dataDir, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
    expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);
  });
});

describe('a later start', () => {
  it('finds what was stored', async () => {
    const dataDir = join(scratch(), 'data');
    const first = await start(dataDir);
    await withClient(first.ownerUrl, (client) => client.query('create table kept as select 42 as answer'));
    await first.stop();
    const second = await start(dataDir);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select answer from kept')).toBe(42);
  });

  it('sets a new password where the file with the old one is gone', async () => {
    const dataDir = join(scratch(), 'data');
    await (await start(dataDir)).stop();
    rmSync(join(dataDir, 'database-password'));
    expect(await ask((await start(dataDir)).ownerUrl, 'select 1')).toBe(1);
  });

  it('refuses data of another major version, says what to do, and leaves it as it was', async () => {
    const dataDir = join(scratch(), 'data');
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'postgres/data/PG_VERSION'), '17\n');
    await expect(start(dataDir)).rejects.toThrow(/made by PostgreSQL 17, and this Seamark brings 18.*seamark backup/);
    expect(readFileSync(join(dataDir, 'postgres/data/PG_VERSION'), 'utf8')).toBe('17\n');
  });

  it('refuses a folder that is not PostgreSQL’s', async () => {
    const dataDir = join(scratch(), 'data');
    mkdirSync(join(dataDir, 'postgres/data'), { recursive: true });
    await expect(start(dataDir)).rejects.toThrow('is not a data directory of PostgreSQL');
  });
});

describe('a stop', () => {
  it('cuts sessions, ends PostgreSQL, frees the directory, and may be asked for again', async () => {
    const dataDir = join(scratch(), 'data');
    const postgres = await start(dataDir);
    const client = new Client({ connectionString: postgres.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    const busy = client.query('select pg_sleep(60)').catch((error: Error) => error.message);
    const states: string[] = [];
    postgres.onStateChange((state) => states.push(state));
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(await busy).toMatch(/terminat/);
    expect([postgres.state, states]).toEqual(['stopped', ['stopped']]);
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
    expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);
  });
});

describe('a place that cannot be used', () => {
  it('is a file, or below one', async () => {
    const file = join(scratch(), 'file');
    writeFileSync(file, '');
    await expect(start(join(file, 'data'))).rejects.toThrow(/cannot be used \(ENOTDIR\): set SEAMARK_DATA_DIR/);
  });

  (asRoot ? it : it.skip)('is a folder that PostgreSQL’s user cannot reach', async () => {
    const closed = join(scratch(), 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await expect(start(join(closed, 'data'))).rejects.toThrow(/user 65534 cannot reach .*: set SEAMARK_DATA_DIR/);
  });

  it('becomes one that can, when the server’s own secrets were there first', async () => {
    const dataDir = join(scratch(), 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    generatedSecret(dataDir, 'admin-token');
    expect((await start(dataDir)).state).toBe('running');
    expect(modeOf(join(dataDir, 'admin-token'))).toBe(0o600);
  });

  it('may have a name of any length', async () => {
    const dataDir = join(scratch(), 'long-'.repeat(30), 'with, comma "and" quotes');
    // A copy that any user may run: initdb itself finds no programs in a folder with quotes, where one is made otherwise.
    const binaries = join(scratch(), 'binaries');
    cpSync(locateBinaries(binarySearch()), binaries, { recursive: true });
    const { ownerUrl, stop } = await start(dataDir, { binaries });
    const folder = new URL(ownerUrl).searchParams.get('host') ?? '';
    expect(folder).toMatch(/seamark-pg-\w+$/);
    expect(modeOf(folder)).toBe(0o700);
    expect(await ask(ownerUrl, 'select 1')).toBe(1);
    await stop();
    expect(existsSync(folder)).toBe(false);
  });
});
