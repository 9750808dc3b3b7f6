import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { knownSchema } from '../migrations/migrations';
import { ensureDay } from '../partitions/ensureDaysAhead';
import { forEachDatabase } from '../testing/forEachDatabase';
import { scratchDirectory } from '../testing/scratchDirectory';
import { testDatabase, type TestDatabase } from '../testing/testDatabase';
import { givenServerVariable } from '../testing/TestTemplate';
import { withClient } from '../testing/withClient';
import { restoreBackup } from './restoreBackup';
import { verifyBackup } from './verifyBackup';
import { writeBackup } from './writeBackup';

const app = '0190a000-0000-7000-8000-000000000001';
const encryptionKey = randomBytes(32);
const scratch = scratchDirectory();

const backup = (db: TestDatabase, file: string) =>
  writeBackup({ ownerUrl: db.ownerUrl, file, version: '1.2.3', encryptionKey, clock: systemClock });

const restore = async (db: TestDatabase, file: string, force = false) =>
  restoreBackup({
    ownerUrl: db.ownerUrl,
    backup: await verifyBackup(file),
    force,
    rolePasswords: db.rolePasswords,
    roles: db.roleNames,
    logger: silentLogger,
    clock: systemClock,
  });

/** Rows of two organisations, of a day that has no partition yet, and every kind of value that is easily spoiled. */
async function fill(db: TestDatabase): Promise<void> {
  await withClient(db.urlFor('app'), async (client) => {
    await client.query('begin');
    for (const org of [1, 2]) {
      await client.query("select set_config('seamark.org_id', $1, true)", [org]);
      await client.query(
        `insert into apps (id, org_id, name, consent_mode, without_consent, rate_limit)
          values ($1, $2, $3, 'off', 'drop', '{"burst": 1}')`,
        [app.replace(/1$/, String(org)), org, `Läden\t\\ "${org}"\n`]
      );
    }
    await client.query(`insert into app_keys (id, org_id, app_id, key, scope) values ($1, 2, $2, $3, 'browser')`, [
      app,
      app.replace(/1$/, '2'),
      'a'.repeat(32),
    ]);
    await client.query(`insert into audit_log values (2, 1, $1, now(), 'a', 'b', null, '{}', '\\x00', '\\xff00')`, [
      app,
    ]);
    await client.query('commit');
  });
  await withClient(db.ownerUrl, (client) => ensureDay(client, ['performance_data'], '2026-01-05'));
  await withClient(db.urlFor('ingest'), (client) =>
    client.query(
      `insert into raw.performance_data (id, org_id, app_id, timestamp, metric_value, metric_type, metric_unit, metadata, session_id, is_bot)
        select gen_random_uuid(), 1, $1, '2026-01-05T12:00:00.123Z', 0.1 + n, 'LCP', 'ms', '{"a": "\\\\ \\u00e9"}', 's', false
        from generate_series(1, 2500) n`,
      [app]
    )
  );
}

/** Everything a role may see, as text. */
async function contentOf(db: TestDatabase): Promise<unknown> {
  const see = (role: 'app' | 'jobs', org: string, sql: string) =>
    withClient(db.urlFor(role), async (client) => {
      await client.query("select set_config('seamark.org_id', $1, false)", [org]);
      return (await client.query(sql)).rows;
    });
  return {
    apps: await see('app', '1', 'select * from apps'),
    otherApps: await see('app', '2', 'select * from apps'),
    keys: await see('app', '2', 'select * from app_keys'),
    audit: await see('app', '2', 'select * from audit_log'),
    performance: await see(
      'jobs',
      '',
      'select count(*), sum(metric_value::numeric), md5(string_agg(p::text, $$,$$ order by id)) from raw.performance_data p'
    ),
  };
}

forEachDatabase('a backup', (db) => {
  beforeAll(() => fill(db));

  describe('restored into an empty database', () => {
    const target = testDatabase();

    it('brings back every row of every organisation', async () => {
      const file = join(scratch(), 'backup.tar');
      const written = await backup(db, file);
      expect(written).toMatchObject({ rows: 2 + 1 + 1 + 2500, bytes: statSync(file).size });
      const restored = await restore(target, file);
      expect(restored.rows).toBe(written.rows);
      expect((await verifyBackup(file)).header).toMatchObject({ seamark: '1.2.3', schema: knownSchema });
      expect(await contentOf(target)).toEqual(await contentOf(db));
    });

    it('goes on counting where the original was, and forces row level security again', async () => {
      const next = "select nextval(pg_get_serial_sequence('apps', 'number'))::int as number";
      const { rows } = await withClient(target.ownerUrl, (client) => client.query(next));
      expect(rows).toEqual([{ number: 3 }]);
      const open = `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where relkind in ('r', 'p') and nspname in ('public', 'raw') and not (relrowsecurity and relforcerowsecurity)`;
      expect((await withClient(target.ownerUrl, (client) => client.query(open))).rows).toEqual([]);
      await expect(withClient(target.ownerUrl, (client) => client.query('truncate audit_log'))).rejects.toThrow(
        'append-only'
      );
      expect((await withClient(target.ownerUrl, (client) => client.query('select * from apps'))).rows).toEqual([]);
    });

    it('is refused where there are rows, unless they are given up', async () => {
      const file = join(scratch(), 'backup.tar');
      await backup(db, file);
      await expect(restore(target, file)).rejects.toThrow(/not empty \(\w+\.\w+ has rows\): give --force/);
      await restore(target, file, true);
      expect(await contentOf(target)).toEqual(await contentOf(db));
    });
  });

  it('is a moment: it waits for nobody, and what is not committed is not in it', async () => {
    const folder = scratch();
    const first = await backup(db, join(folder, 'first.tar'));
    await withClient(db.urlFor('jobs'), async (client) => {
      await client.query('begin');
      await client.query('delete from raw.performance_data');
      const second = await backup(db, join(folder, 'second.tar'));
      expect(second.rows).toBe(first.rows);
      await client.query('rollback');
    });
    expect(readdirSync(folder).sort()).toEqual(['first.tar', 'second.tar']);
    expect(statSync(join(folder, 'first.tar')).mode & 0o777).toBe(0o600);
  });

  it('never replaces a file, and leaves none where it cannot be written', async () => {
    const file = join(scratch(), 'backup.tar');
    writeFileSync(file, 'precious');
    await expect(backup(db, file)).rejects.toThrow('exists already');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    await expect(backup(db, join(file, 'below'))).rejects.toThrow(/cannot be written \(ENOTDIR\)/);
  });
});

(process.env[givenServerVariable] ? describe : describe.skip)('a backup of the embedded database', () => {
  const embedded = testDatabase('embedded');
  const given = testDatabase('given');

  it('moves into another PostgreSQL', async () => {
    await fill(embedded);
    const file = join(scratch(), 'backup.tar');
    await backup(embedded, file);
    await restore(given, file);
    expect(await contentOf(given)).toEqual(await contentOf(embedded));
  });
});

describe('a backup that cannot be used', () => {
  const db = testDatabase();
  const target = testDatabase();
  let bytes: Buffer;

  beforeAll(async () => {
    await fill(db);
    const file = join(scratch(), 'backup.tar');
    await backup(db, file);
    bytes = readFileSync(file);
  });

  const damaged = (change: (content: Buffer) => Buffer): string => {
    const file = join(scratch(), 'damaged.tar');
    writeFileSync(file, change(Buffer.from(bytes)));
    return file;
  };

  afterEach(async () => {
    const { rows } = await withClient(target.urlFor('jobs'), (client) => client.query('select * from apps'));
    expect(rows).toEqual([]);
  });

  it.each([
    ['was cut off', (content: Buffer) => content.subarray(0, content.length - 4096), 'is damaged'],
    ['is empty', () => Buffer.alloc(0), 'is damaged or was cut off'],
    ['is something else', () => randomBytes(4096), 'is damaged, or no backup of Seamark'],
    [
      'has a changed byte among the rows',
      (content: Buffer) => {
        const at = content.indexOf(Buffer.from([0x1f, 0x8b])) + 40;
        content[at] = (content[at] ?? 0) ^ 1;
        return content;
      },
      'is damaged or was cut off',
    ],
  ])('because it %s is refused before anything is touched', async (_what, change, message) => {
    await expect(restore(target, damaged(change))).rejects.toThrow(message);
  });

  it('because there is none is named', async () => {
    const file = join(scratch(), 'missing.tar');
    await expect(restore(target, file)).rejects.toThrow(`${file} cannot be read (ENOENT)`);
  });

  it('because a newer Seamark made it is refused', async () => {
    const known = String(knownSchema);
    const newer = (content: Buffer): Buffer =>
      Buffer.from(
        content.toString('latin1').replace(`"schema": ${known}`, `"schema": ${'9'.repeat(known.length)}`),
        'latin1'
      );
    await expect(restore(target, damaged(newer))).rejects.toThrow('this Seamark knows up to');
  });

  it('because a server still runs on the database has to wait', async () => {
    const file = damaged((content) => content);
    await withClient(target.ownerUrl, async () => {
      await expect(restore(target, file)).rejects.toThrow('in use by 1 other connections');
    });
  });

  it('leaves no draft when the database goes away in the middle', async () => {
    const folder = scratch();
    let isOver = false;
    const cut = backup(db, join(folder, 'cut.tar'));
    void cut.catch(() => undefined).then(() => (isOver = true));
    await withClient(db.ownerUrl, async (client) => {
      const end = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'seamark backup'`;
      while ((await client.query(end)).rowCount === 0 && !isOver) {
        // Asked again until the backup has connected.
      }
    });
    await expect(cut).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
