import { Client } from 'pg';
import { forEachDatabase } from '../testing/forEachDatabase';
import type { RoleKind } from './RoleKind';

const app = '018f0000-0000-7000-8000-00000000000a';
const id = '018f0000-0000-7000-8000-000000000001';

forEachDatabase('the roles', (db) => {
  /** Runs statements one after another in a transaction that is undone; answers the rows of the last. */
  const as = async (role: RoleKind | 'owner', ...statements: string[]): Promise<unknown[]> => {
    const client = new Client({ connectionString: role === 'owner' ? db.ownerUrl : db.urlFor(role) });
    await client.connect();
    try {
      await client.query('begin');
      let rows: unknown[] = [];
      for (const statement of statements) {
        rows = (await client.query(statement)).rows;
      }
      return rows;
    } finally {
      await client.query('rollback');
      await client.end();
    }
  };
  const insertMetric = (org: number, more = ''): string =>
    `insert into raw.monitoring_metrics (id, app_id, org_id, timestamp, value, is_bot, name, unit, metadata)
      values (gen_random_uuid(), '${app}', ${org}, now(), 1, false, 'n', 'ms', '{}') ${more}`;
  const insertApp = (org: number): string =>
    `insert into apps (id, org_id, name, consent_mode, without_consent) values ('${id}', ${org}, 'n', 'off', 'drop')`;

  beforeAll(async () => {
    const client = new Client({ connectionString: db.urlFor('ingest') });
    await client.connect();
    for (const org of [1, 1, 2]) {
      await client.query(insertMetric(org));
    }
    await client.end();
  });

  describe('ingest', () => {
    it('inserts rows of any organisation, also again', async () => {
      await expect(as('ingest', insertMetric(7), insertMetric(8, 'on conflict do nothing'))).resolves.toEqual([]);
    });

    it.each([
      ['read rows', 'select * from raw.monitoring_metrics'],
      ['read through a view', 'select * from public.monitoring_metrics'],
      ['have an insert tell it what was there', insertMetric(1, 'returning id')],
      ['change rows', 'update raw.monitoring_metrics set value = 2'],
      ['delete rows', 'delete from raw.monitoring_metrics'],
      ['empty a table', 'truncate raw.monitoring_metrics'],
      ['read keys', 'select * from app_keys'],
      ['read persons', 'select * from users'],
      ['read salts', 'select * from daily_salts'],
      ['create tables', 'create table public.mine ()'],
      ['create tables in raw', 'create table raw.mine ()'],
      ['become another role', 'set role pg_read_all_data'],
    ])('may not %s', async (_what, sql) => {
      await expect(as('ingest', sql)).rejects.toThrow(/permission denied/);
    });

    it('makes partitions of raw tables and of nothing else, and not without limit', async () => {
      await expect(as('ingest', `select raw.ensure_partition('error_logs', current_date - 20)`)).resolves.toEqual([
        { ensure_partition: true },
      ]);
      await expect(as('ingest', `select raw.ensure_partition('apps', current_date)`)).rejects.toThrow(/no raw table/);
      await expect(as('ingest', `select raw.ensure_partition('spans', current_date + 400)`)).rejects.toThrow(/too far/);
    });
  });

  describe('query', () => {
    const count = 'select count(*)::int as n from public.monitoring_metrics';

    it('sees the rows of the organisation it speaks for', async () => {
      expect(await as('query', `set local seamark.org_id = '1'`, count)).toEqual([{ n: 2 }]);
      expect(await as('query', `set local seamark.org_id = '2'`, count)).toEqual([{ n: 1 }]);
      expect(await as('query', `set local seamark.org_id = '3'`, count)).toEqual([{ n: 0 }]);
    });

    it('sees nothing when it speaks for none', async () => {
      expect(await as('query', count)).toEqual([{ n: 0 }]);
      expect(await as('query', `set local seamark.org_id = ''`, count)).toEqual([{ n: 0 }]);
      expect(await as('query', 'select count(*)::int as n from raw.monitoring_metrics')).toEqual([{ n: 0 }]);
    });

    it.each([
      ['write rows', insertMetric(1)],
      ['delete rows', 'delete from raw.monitoring_metrics'],
      ['write apps', insertApp(1)],
      ['read what apps allow', 'select allowed_origins from apps'],
      ['read keys', 'select * from app_keys'],
      ['read persons', 'select * from users'],
      ['read tokens', 'select * from tokens'],
      ['make partitions', `select raw.ensure_partition('spans', current_date)`],
      ['go past the parent of a partition', `select * from raw.monitoring_metrics_${yyyymmdd()}`],
    ])('may not %s', async (_what, sql) => {
      await expect(as('query', `set local seamark.org_id = '1'`, sql)).rejects.toThrow(/permission denied/);
    });
  });

  describe('app', () => {
    it('writes in the organisation it speaks for', async () => {
      const rows = await as('app', `set local seamark.org_id = '1'`, insertApp(1), 'select id from apps');
      expect(rows).toEqual([{ id }]);
    });

    it('may not write into another, nor into any without speaking for one', async () => {
      await expect(as('app', `set local seamark.org_id = '1'`, insertApp(2))).rejects.toThrow(/row-level security/);
      await expect(as('app', insertApp(1))).rejects.toThrow(/row-level security/);
    });

    it('no longer sees what it wrote once it speaks for another', async () => {
      const rows = await as(
        'app',
        `set local seamark.org_id = '1'`,
        insertApp(1),
        `set local seamark.org_id = '2'`,
        'select id from apps'
      );
      expect(rows).toEqual([]);
    });

    it.each([
      ['read raw rows', 'select * from raw.monitoring_metrics'],
      ['write raw rows', insertMetric(1)],
      ['change the audit log', `update audit_log set actor = 'nobody'`],
      ['shorten the audit log', 'delete from audit_log'],
      ['delete apps behind the back of the log', 'delete from apps'],
      ['note a migration', `insert into schema_migrations values (99, 'x')`],
    ])('may not %s', async (_what, sql) => {
      await expect(as('app', `set local seamark.org_id = '1'`, sql)).rejects.toThrow(/permission denied/);
    });

    it('sees a key or a token of any organisation only by naming it', async () => {
      const key = 'a'.repeat(32);
      const written = [
        `set local seamark.org_id = '1'`,
        insertApp(1),
        `insert into app_keys (id, org_id, app_id, key, scope) values ('${id}', 1, '${id}', '${key}', 'browser')`,
        `set local seamark.org_id = ''`,
      ];
      const keys = 'select org_id::int as org from app_keys';
      expect(await as('app', ...written, keys)).toEqual([]);
      expect(await as('app', ...written, `set local seamark.app_key = '${key}'`, keys)).toEqual([{ org: 1 }]);
      expect(await as('app', ...written, `set local seamark.app_key = '%'`, keys)).toEqual([]);
    });

    it('shows a dashboard to its owner, to an admin, and to all when public', async () => {
      const other = '018f0000-0000-7000-8000-000000000002';
      const written = [
        `set local seamark.org_id = '1'`,
        `set local seamark.user_id = '${id}'`,
        `insert into dashboards (id, org_id, user_id, name) values (gen_random_uuid(), 1, '${id}', 'mine'),
          (gen_random_uuid(), 1, '${id}', 'all')`,
        `update dashboards set is_public = true where name = 'all'`,
      ];
      const names = 'select name from dashboards order by name';
      expect(await as('app', ...written, names)).toHaveLength(2);
      expect(await as('app', ...written, `set local seamark.user_id = '${other}'`, names)).toEqual([{ name: 'all' }]);
      const admin = [`set local seamark.user_id = ''`, `set local seamark.role = 'Admin'`];
      expect(await as('app', ...written, ...admin, names)).toHaveLength(2);
    });
  });

  describe('jobs', () => {
    it('sees and deletes rows of every organisation', async () => {
      expect(await as('jobs', 'select distinct org_id::int as org from raw.monitoring_metrics order by 1')).toEqual([
        { org: 1 },
        { org: 2 },
      ]);
      await expect(as('jobs', 'delete from raw.monitoring_metrics')).resolves.toEqual([]);
    });

    it.each([
      ['write raw rows', insertMetric(1)],
      ['read tokens', 'select * from tokens'],
      ['read the keys of organisations', 'select * from organisation_keys'],
      ['drop a partition', `drop table raw.spans_${yyyymmdd()}`],
    ])('may not %s', async (_what, sql) => {
      await expect(as('jobs', sql)).rejects.toThrow(/permission denied|must be owner/);
    });
  });

  it('hide all rows from the owner too', async () => {
    expect(await as('owner', 'select * from raw.monitoring_metrics')).toEqual([]);
    const partition = `select * from raw.monitoring_metrics_${yyyymmdd()}`;
    expect(await as('owner', partition)).toEqual([]);
  });

  it('let nobody change the audit log, not even the owner', async () => {
    await expect(as('owner', 'truncate audit_log')).rejects.toThrow(/append-only/);
    await expect(as('owner', `delete from audit_log`)).rejects.toThrow(/append-only/);
  });

  it('keep passwords as SCRAM, and refuse a wrong one', async () => {
    const url = db.urlFor('query').replace(/:[^:@/]*@/, ':wrong@');
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow(/password authentication failed/);
  });
});

function yyyymmdd(): string {
  return new Date().toISOString().slice(0, 10).replace(/-/g, '');
}
