import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Pool } from 'pg';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute } from '../../lib/duration';
import { inTransaction } from '../connections/withOrganisation';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestStore } from '../testing/openTestStore';
import { rowSet } from '../testing/sampleRows';
import { refreshGroup } from './refreshGroup';
import { groupedErrors } from './testing/groupedErrors';

forEachDatabase('counting errors into groups', (db) => {
  const { store, app, asJobs, error, save, refresh, list, only } = groupedErrors(db);

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
      app_id: app().id,
      app: app().name,
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
        const key = { org_id: '1', app_id: app().id, fingerprint: `r${round}` };
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

  it('are one where two servers store and count a new error at the same moment', async () => {
    const servers = [store(), openTestStore(db)] as const;
    try {
      for (let round = 0; round < 5; round += 1) {
        await Promise.all(
          servers.flatMap((server) =>
            [1, 2, 3].map(async () => {
              await server.writer.write(rowSet({ error_logs: [error({ fingerprint: `new ${round}` })] }));
              await server.maintenance.refreshErrorGroups();
            })
          )
        );
      }
    } finally {
      await servers[1].close();
    }
    await refresh();
    const groups = await list();
    expect(groups.map(({ fingerprint, events }) => [fingerprint, events]).sort()).toEqual(
      [0, 1, 2, 3, 4].map((round) => [`new ${round}`, 6])
    );
    expect(new Set(groups.map(({ id }) => id)).size).toBe(5);
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
              store().maintenance.refreshErrorGroups(),
              store().maintenance.refreshErrorGroups(),
            ]);
          }
          await refresh();
          const kept = `select fingerprint, events, users, first_seen, last_seen from error_groups where app_id = $1`;
          const counted = `select fingerprint, count(*), count(distinct coalesce(user_id, visitor_id)), min(timestamp),
          max(timestamp) from raw.error_logs where app_id = $1 group by fingerprint`;
          const differences = await asJobs(
            `((${kept}) except (${counted})) union all ((${counted}) except (${kept}))`,
            [app().id]
          );
          expect(differences).toEqual([]);
        }
      ),
      { numRuns: 15 }
    );
  }, 60_000);

  it('are not made without limit for one app', async () => {
    await save(...Array.from({ length: 5 }, (_, index) => error({ fingerprint: `n${index}` })));
    const pool = new Pool({ connectionString: db.urlFor('jobs'), max: 1 });
    for (let index = 0; index < 5; index += 1) {
      const key = { org_id: '1', app_id: app().id, fingerprint: `n${index}` };
      expect(await inTransaction(pool, (client) => refreshGroup(client, key, 3))).toBe(true);
    }
    await pool.end();
    expect(await list()).toHaveLength(3);
  });

  it('go when nothing is known of them any more', async () => {
    await save(error());
    await refresh();
    await asJobs('delete from raw.error_logs where app_id = $1', [app().id]);
    await asJobs(
      `insert into raw.error_marks select org_id, app_id, fingerprint, hour from error_group_hours where app_id = $1`,
      [app().id]
    );
    await refresh();
    expect(await list()).toEqual([]);
  });

  it('are trimmed when they were kept long enough', async () => {
    await save(error({ visitor_id: randomUUID() }));
    await refresh();
    expect(await store().maintenance.trimErrorGroups(systemClock.now() + 80 * day)).toBe(0);
    expect(await store().maintenance.trimErrorGroups(systemClock.now() + 100 * day)).toBeGreaterThan(0);
    expect(await only()).toMatchObject({ users: 1 });
    await store().maintenance.trimErrorGroups(systemClock.now() + 367 * day);
    expect(await list()).toEqual([]);
  });
});
