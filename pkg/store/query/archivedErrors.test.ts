import { randomUUID } from 'node:crypto';
import { day, minute } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { column, queryDatabase } from './testing/queryDatabase';
import { start } from './testing/seedShop';
import { seedApp, seedDevice, seedRows } from './testing/seedRows';

forEachDatabase('errors of which only the archive is left', (db) => {
  const { ask, end } = queryDatabase(db);
  afterAll(end);
  const criticalOnly = [{ field: 'severity', operator: '=' as const, value: 'critical' }];
  const years = { range: { from: start - 700 * day, to: start + day } };
  let shop: string;
  const archive = (id: string, daysAgo: number, message: string) =>
    withClient(db.urlFor('jobs'), (client) =>
      client.query(
        `insert into error_archives (id, app_id, org_id, timestamp, created_at, archived_at, is_bot, severity, error_type,
            error_message, fingerprint, context, device_info, user_id)
          values ($1, $2, 1, to_timestamp($3), now(), now(), false, 'critical', 'javascript', $4, 'f', '{"a":"1"}',
            '{"browser":"Opera"}', $1)`,
        [id, shop, (start - daysAgo * day) / 1000, message]
      )
    );

  beforeAll(async () => {
    shop = await seedApp(db, 1, 'shop');
    const both = randomUUID();
    await seedDevice(db, { id: shop, orgId: 1 }, 5, { browser: 'Firefox' });
    await seedRows(db, 'errors', { id: shop, orgId: 1 }, [
      { at: start + minute, id: both, severity: 'critical', error_message: 'in both', device_id: 5 },
      { at: start + 2 * minute, severity: 'high', error_message: 'never archived' },
    ]);
    await withClient(db.urlFor('jobs'), (client) =>
      client.query(
        `insert into error_archives (id, app_id, org_id, timestamp, created_at, archived_at, is_bot, severity, error_type,
            error_message, fingerprint, context, device_info)
          select id, app_id, org_id, timestamp, created_at, now(), is_bot, severity, error_type, error_message,
            fingerprint, context, '{}' from raw.error_logs where id = $1`,
        [both]
      )
    );
    await archive(randomUUID(), 100, 'a hundred days ago');
    await archive(randomUUID(), 600, 'long ago');
  });

  it('stand among the others as rows, each once', async () => {
    const [frame] = await ask({ kind: 'errors', format: 'logs', limit: 100 }, years);
    expect(column(frame, 'error_message')).toEqual(['never archived', 'in both', 'a hundred days ago', 'long ago']);
    expect(column(frame, 'browser')).toEqual([null, 'Firefox', 'Opera', 'Opera']);
    expect(frame?.meta).toMatchObject({ custom: { source: 'archive' } });
  });

  it('are counted where critical errors are asked for, by any field', async () => {
    const count = { kind: 'errors', calculation: 'count', format: 'table', filters: criticalOnly } as const;
    const [all] = await ask(count, years);
    expect(all?.fields.at(-1)?.values).toEqual([3]);
    expect(all?.meta).toMatchObject({ custom: { source: 'archive' } });
    const [byBrowser] = await ask({ ...count, groupBy: ['browser'] }, years);
    expect(column(byBrowser, 'browser')).toEqual(['Opera', 'Firefox']);
    const [users] = await ask({ ...count, calculation: 'uniques_users' }, years);
    expect(users?.fields.at(-1)?.values).toEqual([2]);
    const [filtered] = await ask(
      { ...count, filters: [...criticalOnly, { field: 'context.a', operator: '=', value: '1' }] },
      years
    );
    expect(filtered?.fields.at(-1)?.values).toEqual([2]);
  });

  it('do not count among all errors, of which only they are left', async () => {
    const [frame] = await ask({ kind: 'errors', calculation: 'count', format: 'table' }, years);
    expect(frame?.meta).toMatchObject({ custom: { source: expect.not.stringMatching('archive') } });
  });

  it('are nobody else’s', async () => {
    const who = { orgId: 2, seesPersonal: true };
    const [frame] = await ask({ kind: 'errors', format: 'logs', limit: 100 }, { ...years, who });
    expect(column(frame, 'id')).toEqual([]);
  });
});
