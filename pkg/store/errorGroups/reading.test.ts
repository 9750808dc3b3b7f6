import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { Identity } from '../../domain/access/Identity';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { systemClock } from '../../lib/Clock';
import { minute, second } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { StoredErrorGroups } from './StoredErrorGroups';
import { editor, everything, groupedErrors } from './testing/groupedErrors';

const viewer: Identity = { ...editor, role: 'Viewer', login: 'bob', seesPersonal: false };
const stranger: Identity = { ...editor, orgId: 2 };

forEachDatabase('reading error groups', (db) => {
  const { store, app, error, save, refresh, list, only } = groupedErrors(db);

  it('belong to their organisation', async () => {
    await save(error());
    await refresh();
    const { id } = await only();
    expect(await list({}, stranger)).toEqual([]);
    expect(await store().errorGroups.get(stranger, id)).toBeUndefined();
    expect(await store().errorGroups.resolve(stranger, id, {})).toBeUndefined();
    expect(await store().errorGroups.events(stranger, id, { limit: 1, cursor: undefined })).toBeUndefined();
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
      await store().errorGroups.get(viewer, group.id),
      await store().errorGroups.events(viewer, group.id, page),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/lovelace|her-session/i);
    expect(group.title).toBe('TypeError');
    expect(await list({ search: 'lovelace' }, viewer)).toEqual([]);
    expect(await list({ search: 'lovelace' })).toHaveLength(1);
    const events = await store().errorGroups.events(viewer, group.id, page);
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
    expect(names(await list({ app: app().name }))).toBe('abcde');
    expect(await list({ app: 'nobody' })).toEqual([]);
    expect(await list({ statuses: ['resolved'] })).toEqual([]);
    for (const order of ['last_seen', 'first_seen', 'events', 'users'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store().errorGroups.list(editor, { ...everything, app: app().id, order, limit: 2, cursor });
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
    const first = await store().errorGroups.events(editor, id, { limit: 3, cursor: undefined });
    expect(first?.items.map(({ error_message }) => error_message)).toEqual(['1', '2', '3']);
    const rest = await store().errorGroups.events(editor, id, { limit: 3, cursor: first?.next_cursor ?? '' });
    expect(rest?.items.map(({ error_message }) => error_message)).toEqual(['4', '5']);
    expect(rest?.next_cursor).toBeNull();
  });

  it('throw StoreAway where nobody answers', async () => {
    const pool = new Pool({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });
    const away = new StoredErrorGroups(pool, pool, systemClock);
    await expect(away.list(editor, everything)).rejects.toThrow(StoreAway);
    await expect(away.resolve(editor, randomUUID(), {})).rejects.toThrow(StoreAway);
    await pool.end();
  });
});
