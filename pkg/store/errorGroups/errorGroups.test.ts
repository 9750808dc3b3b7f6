import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import fc from 'fast-check';
import type { Identity } from '../../domain/access/Identity';
import { VersionConflict } from '../../domain/access/VersionConflict';
import type { GroupSelection } from '../../domain/errors/groups/ErrorGroupRepository';
import { StoreAway } from '../../domain/ingest/RowWriter';
import type { ErrorRow } from '../../domain/ingest/rows';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, second } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { inTransaction } from '../connections/withOrganisation';
import { openStore, type Store } from '../openStore';
import { forEachDatabase } from '../testing/forEachDatabase';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { withClient } from '../testing/withClient';
import { noWriterMetrics } from '../writer/WriterMetrics';
import { refreshGroup } from './refreshGroup';
import { StoredErrorGroups } from './StoredErrorGroups';

const editor: Identity = { orgId: 1, role: 'Editor', scope: 'user', login: 'ada', seesPersonal: true };
const viewer: Identity = { ...editor, role: 'Viewer', login: 'bob', seesPersonal: false };
const stranger: Identity = { ...editor, orgId: 2 };
const everything: GroupSelection = {
  app: undefined, statuses: [], severity: undefined, search: undefined, order: 'last_seen', limit: 100, cursor: undefined,
}; // prettier-ignore

forEachDatabase('error groups', (db) => {
  let store: Store;
  let appId = '';
  let count = 0;

  beforeAll(() => {
    store = openStore({
      url: db.ownerUrl,
      roles: db.roleNames,
      passwords: db.rolePasswords,
      masterKey: Buffer.alloc(32, 5),
      clock: systemClock,
      logger: silentLogger,
      metrics: noWriterMetrics,
    });
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    count += 1;
    appId = (await store.apps.create({ ...editor, role: 'Admin' }, { name: `shop ${count}` })).id;
  });

  const asJobs = async (sql: string, values: unknown[] = []) =>
    (await withClient(db.urlFor('jobs'), (client) => client.query(sql, values))).rows;
  const error = (more: Partial<ErrorRow> = {}): ErrorRow => sampleRows.error({ app_id: appId, ...more });
  const save = (...rows: ErrorRow[]) => store.writer.write(rowSet({ error_logs: rows }));
  /** Until no mark is left: a group that was slow to count waits for a moment. */
  const refresh = async () => {
    do {
      await store.maintenance.refreshErrorGroups();
    } while ((await asJobs('select 1 from raw.error_marks limit 1')).length > 0);
  };
  const list = async (selection: Partial<GroupSelection> = {}, who = editor) =>
    (await store.errorGroups.list(who, { ...everything, app: appId, ...selection })).items;
  const only = async (who = editor) => {
    const groups = await list({}, who);
    expect(groups).toHaveLength(1);
    const [group] = groups;
    if (group === undefined) {
      throw new Error('no group');
    }
    return group;
  };
  const broken = (release: string | null, more: Partial<ErrorRow> = {}) =>
    save(error({ release, timestamp: systemClock.now() + second, ...more })).then(refresh);
  const resolve = async (how: 'now' | 'next_release') =>
    store.errorGroups.resolve(editor, (await only()).id, { in: how });

  it('are counted from what was stored, once', async () => {
    const person = randomUUID();
    const now = systemClock.now();
    const rows = [
      error({ user_id: person, timestamp: now - 3 * hour, release: '1.9.0', severity: 'low' }),
      error({
        user_id: person,
        timestamp: now - minute,
        release: '1.10.0',
        error_message: 'newest',
        context: { type: 'TypeError' },
      }),
      error({ visitor_id: randomUUID(), timestamp: now - 2 * minute, release: null, severity: 'critical' }),
    ];
    await save(...rows);
    await refresh();
    await save(...rows);
    await refresh();
    expect(await only()).toEqual({
      id: expect.any(String),
      app_id: appId,
      app: `shop ${count}`,
      fingerprint: 'f1',
      fingerprint_rule: 'in_app_frames',
      title: 'TypeError: newest',
      culprit: 'f (a.js)',
      severity: 'critical',
      status: 'unresolved',
      first_seen: new Date(now - 3 * hour).toISOString(),
      last_seen: new Date(now - minute).toISOString(),
      events: 3,
      users: 2,
      releases: ['1.10.0', '1.9.0'],
      trend: expect.any(Array),
      resolved_in: null,
      ignored_until: null,
      ignored_until_events: null,
      version: 1,
    });
    const { trend } = await only();
    expect(trend).toHaveLength(24);
    expect(trend.reduce((sum, n) => sum + n, 0)).toBe(3);
  });

  it('take late errors and errors of other days in, and keep the title of the newest', async () => {
    await save(error({ error_message: 'today' }));
    await refresh();
    await save(error({ error_message: 'late', timestamp: systemClock.now() - 40 * day }));
    await refresh();
    const group = await only();
    expect(group.events).toBe(2);
    expect(group.title).toBe('TypeError: today');
    expect(Date.parse(group.first_seen)).toBeLessThan(systemClock.now() - 39 * day);
  });

  it('are one where two processes meet the same error at once', async () => {
    const pool = new Pool({ connectionString: db.urlFor('jobs'), max: 8 });
    try {
      for (let round = 0; round < 10; round += 1) {
        await Promise.all([
          save(error({ fingerprint: `r${round}` }), error({ fingerprint: `r${round}` })),
          save(error({ fingerprint: `r${round}` })),
        ]);
        const key = { org_id: '1', app_id: appId, fingerprint: `r${round}` };
        const took = await Promise.all(
          [1, 2, 3, 4].map(() => inTransaction(pool, (client) => refreshGroup(client, key)))
        );
        expect(took).toContain(true);
      }
    } finally {
      await pool.end();
    }
    await refresh();
    const groups = await list();
    expect(groups).toHaveLength(10);
    expect(new Set(groups.map(({ events }) => events))).toEqual(new Set([3]));
  });

  it('equal a recomputation after whatever came, twice, late or in any order, with several at work', async () => {
    const now = systemClock.now();
    const people = [randomUUID(), randomUUID(), null];
    const anError = fc.record({
      fingerprint: fc.constantFrom('a', 'b'),
      ago: fc.integer({ min: 0, max: 5 * day }),
      release: fc.constantFrom('1.0.0', '1.1.0', null),
      owner: fc.constantFrom(...people),
      again: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anError, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        async (batches) => {
          for (const batch of batches) {
            const rows = batch.map(({ fingerprint, ago, release, owner }) =>
              error({ fingerprint, timestamp: now - ago, release, visitor_id: owner })
            );
            const repeated = rows.filter((_row, index) => batch[index]?.again);
            await Promise.all([
              save(...rows).then(() => save(...repeated)),
              store.maintenance.refreshErrorGroups(),
              store.maintenance.refreshErrorGroups(),
            ]);
          }
          await refresh();
          const kept = `select fingerprint, events, users, first_seen, last_seen from error_groups where app_id = $1`;
          const counted = `select fingerprint, count(*), count(distinct coalesce(user_id, visitor_id)), min(timestamp),
          max(timestamp) from raw.error_logs where app_id = $1 group by fingerprint`;
          const differences = await asJobs(
            `((${kept}) except (${counted})) union all ((${counted}) except (${kept}))`,
            [appId]
          );
          expect(differences).toEqual([]);
        }
      ),
      { numRuns: 15 }
    );
  }, 60_000);

  describe('a resolved group', () => {
    it('says so on its errors, without touching one of them', async () => {
      await save(error());
      await refresh();
      await resolve('now');
      const [row] = await asJobs('select resolved from error_logs where app_id = $1', [appId]);
      expect(row).toEqual({ resolved: true });
      const events = await store.errorGroups.events(editor, (await only()).id, { limit: 1, cursor: undefined });
      expect(events?.items[0]?.resolved).toBe(true);
    });

    it.each([
      ['now', '1.1.0', 'regressed', 'the same release'],
      ['now', '1.2.0', 'regressed', 'a newer release'],
      ['now', null, 'regressed', 'no release'],
      ['now', '1.0.0', 'resolved', 'an older release'],
      ['next_release', '1.1.0', 'resolved', 'the same release'],
      ['next_release', '1.0.9', 'resolved', 'an older release'],
      ['next_release', '1.10.0', 'regressed', 'a newer release'],
      ['next_release', null, 'resolved', 'no release'],
    ] as const)('in %s, with an error of %s, is then %s: %s', async (how, release, status, _why) => {
      await save(error({ release: '1.1.0' }));
      await refresh();
      await resolve(how);
      await broken(release);
      const group = await only();
      expect(group.status).toBe(status);
      expect(group.version).toBe(status === 'regressed' ? 3 : 2);
    });

    it('goes by when a release was first seen where releases are no version numbers', async () => {
      await save(error({ release: 'banana' }));
      await refresh();
      await resolve('next_release');
      await broken('banana');
      expect((await only()).status).toBe('resolved');
      await broken('apple');
      expect((await only()).status).toBe('regressed');
    });

    it('stays so for errors that happened before, however late they come', async () => {
      await save(error());
      await refresh();
      await resolve('now');
      await save(error({ timestamp: systemClock.now() - hour }));
      await refresh();
      expect(await only()).toMatchObject({ status: 'resolved', events: 2 });
    });

    it('tells in its history who did what, and what the system did', async () => {
      await save(error({ release: '1.0.0' }));
      await refresh();
      const { id } = await only();
      await store.errorGroups.resolve(editor, id, { in: 'now', comment: 'fixed in #12' });
      await broken('1.0.0');
      const detail = await store.errorGroups.get(viewer, id);
      expect(detail?.history).toMatchObject([
        { actor: null, act: 'regress', details: { releases: ['1.0.0'] } },
        { actor: 'ada', act: 'resolve', comment: 'fixed in #12', details: { in: 'now' } },
      ]);
      const audit = await asJobs('select action, actor, details from audit_log where subject = $1', [id]);
      expect(audit).toEqual([{ action: 'error_group.resolve', actor: 'ada', details: { in: 'now' } }]);
    });
  });

  describe('an ignored group', () => {
    it('is left alone until that many more errors came', async () => {
      await save(error());
      await refresh();
      await store.errorGroups.ignore(editor, (await only()).id, { until_events: 2 });
      await save(error());
      await refresh();
      expect((await only()).status).toBe('ignored');
      await save(error());
      await refresh();
      expect(await only()).toMatchObject({ status: 'unresolved', ignored_until_events: null, version: 3 });
    });

    it('is left alone until an instant', async () => {
      await save(error());
      await refresh();
      const until = systemClock.now() + hour;
      await store.errorGroups.ignore(editor, (await only()).id, { until: new Date(until).toISOString() });
      expect(await store.maintenance.endIgnoring(until - 1)).toBe(0);
      expect(await store.maintenance.endIgnoring(until)).toBe(1);
      expect(await only()).toMatchObject({ status: 'unresolved', ignored_until: null });
    });

    it('is never resolved or taken up by errors alone', async () => {
      await save(error());
      await refresh();
      await store.errorGroups.ignore(editor, (await only()).id, {});
      await broken('9.9.9');
      expect((await only()).status).toBe('ignored');
      expect((await store.errorGroups.reopen(editor, (await only()).id, {}))?.status).toBe('unresolved');
    });
  });

  it('are changed by one of two who saw the same version', async () => {
    await save(error());
    await refresh();
    const { id, version } = await only();
    const outcomes = await Promise.allSettled([
      store.errorGroups.resolve(editor, id, { expected_version: version }),
      store.errorGroups.ignore(editor, id, { expected_version: version }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(VersionConflict) });
    expect((await only()).version).toBe(2);
  });

  it('keep their version while errors come', async () => {
    await save(error());
    await refresh();
    await broken('1.0.0');
    expect(await only()).toMatchObject({ version: 1, events: 2 });
  });

  it('belong to their organisation', async () => {
    await save(error());
    await refresh();
    const { id } = await only();
    expect(await list({}, stranger)).toEqual([]);
    expect(await store.errorGroups.get(stranger, id)).toBeUndefined();
    expect(await store.errorGroups.resolve(stranger, id, {})).toBeUndefined();
    expect(await store.errorGroups.events(stranger, id, { limit: 1, cursor: undefined })).toBeUndefined();
    expect((await only()).status).toBe('unresolved');
  });

  it('show nothing personal to who may not see it, nor let them find it', async () => {
    const secret = 'Ada Lovelace';
    await save(
      error({
        error_message: `${secret} has no cart`,
        error_stack: `TypeError: ${secret}\n    at total (a.js:1:2)`,
        user_id: randomUUID(),
        session_id: 'her-session',
        context: { type: 'TypeError', note: secret },
        user_agent: secret,
      })
    );
    await refresh();
    const group = await only(viewer);
    const page = { limit: 10, cursor: undefined };
    const answers = [
      group,
      await store.errorGroups.get(viewer, group.id),
      await store.errorGroups.events(viewer, group.id, page),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/lovelace|her-session/i);
    expect(group.title).toBe('TypeError');
    expect(await list({ search: 'lovelace' }, viewer)).toEqual([]);
    expect(await list({ search: 'lovelace' })).toHaveLength(1);
    const events = await store.errorGroups.events(viewer, group.id, page);
    expect(events?.items[0]).toMatchObject({
      error_message: 'TypeError',
      error_stack: null,
      user_id: null,
      frames: [{ function: 'total', file: 'a.js', line: 1, column: 2, in_app: true, source_line: null }],
    });
  });

  it('are searched, filtered and paged', async () => {
    const now = systemClock.now();
    await save(
      ...['a', 'b', 'c', 'd', 'e'].flatMap((fingerprint, index) =>
        Array.from({ length: index + 1 }, () =>
          error({
            fingerprint,
            timestamp: now - index * minute,
            severity: index === 0 ? 'critical' : 'low',
            error_message: `100% of ${fingerprint}_x`,
          })
        )
      )
    );
    await refresh();
    const names = (groups: Array<{ fingerprint: string }>) => groups.map(({ fingerprint }) => fingerprint).join('');
    expect(names(await list())).toBe('abcde');
    expect(names(await list({ order: 'events' }))).toBe('edcba');
    expect(names(await list({ severity: 'critical' }))).toBe('a');
    expect(names(await list({ search: '100% OF B_' }))).toBe('b');
    expect(names(await list({ search: '%' }))).toBe('abcde');
    expect(names(await list({ app: `shop ${count}` }))).toBe('abcde');
    expect(await list({ app: 'nobody' })).toEqual([]);
    expect(await list({ statuses: ['resolved'] })).toEqual([]);
    for (const order of ['last_seen', 'first_seen', 'events', 'users'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.errorGroups.list(editor, { ...everything, app: appId, order, limit: 2, cursor });
        seen.push(names(page.items));
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect([...seen.join('')].sort().join('')).toBe('abcde');
    }
    expect(await list({ cursor: 'nonsense' })).toHaveLength(5);
  });

  it('show their errors newest first, page by page', async () => {
    const now = systemClock.now();
    await save(...[5, 3, 1, 2, 4].map((n) => error({ timestamp: now - n * second, error_message: String(n) })));
    await refresh();
    const { id } = await only();
    const first = await store.errorGroups.events(editor, id, { limit: 3, cursor: undefined });
    expect(first?.items.map(({ error_message }) => error_message)).toEqual(['1', '2', '3']);
    const rest = await store.errorGroups.events(editor, id, { limit: 3, cursor: first?.next_cursor ?? '' });
    expect(rest?.items.map(({ error_message }) => error_message)).toEqual(['4', '5']);
    expect(rest?.next_cursor).toBeNull();
  });

  it('are not made without limit for one app', async () => {
    await save(...Array.from({ length: 5 }, (_, index) => error({ fingerprint: `n${index}` })));
    const pool = new Pool({ connectionString: db.urlFor('jobs'), max: 1 });
    for (let index = 0; index < 5; index += 1) {
      const key = { org_id: '1', app_id: appId, fingerprint: `n${index}` };
      expect(await inTransaction(pool, (client) => refreshGroup(client, key, 3))).toBe(true);
    }
    await pool.end();
    expect(await list()).toHaveLength(3);
  });

  it('go when nothing is known of them any more', async () => {
    await save(error());
    await refresh();
    await asJobs('delete from raw.error_logs where app_id = $1', [appId]);
    await asJobs(
      `insert into raw.error_marks select org_id, app_id, fingerprint, hour from error_group_hours where app_id = $1`,
      [appId]
    );
    await refresh();
    expect(await list()).toEqual([]);
  });

  it('are trimmed when they were kept long enough', async () => {
    await save(error({ visitor_id: randomUUID() }));
    await refresh();
    expect(await store.maintenance.trimErrorGroups(systemClock.now() + 80 * day)).toBe(0);
    expect(await store.maintenance.trimErrorGroups(systemClock.now() + 100 * day)).toBeGreaterThan(0);
    expect(await only()).toMatchObject({ users: 1 });
    await store.maintenance.trimErrorGroups(systemClock.now() + 367 * day);
    expect(await list()).toEqual([]);
  });

  it('throw StoreAway where nobody answers', async () => {
    const pool = new Pool({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });
    const away = new StoredErrorGroups(pool, pool, systemClock);
    await expect(away.list(editor, everything)).rejects.toThrow(StoreAway);
    await expect(away.resolve(editor, randomUUID(), {})).rejects.toThrow(StoreAway);
    await pool.end();
  });
});
