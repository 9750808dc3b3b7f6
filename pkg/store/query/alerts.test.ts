import { uuidV7 } from '../../lib/uuidV7';
import { hour, minute } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { column, queryDatabase } from './testing/queryDatabase';
import { start } from './testing/seedShop';

interface Seeded {
  opened: number;
  resolved?: number;
  severity?: string;
  status?: string;
  labels?: Record<string, string>;
  org?: number;
}

forEachDatabase('alerts as data', (db) => {
  const { ask, table, end } = queryDatabase(db);
  const rule = uuidV7(start);

  beforeAll(async () => {
    await withClient(db.urlFor('app'), async (client) => {
      await client.query(`begin; select set_config('seamark.org_id', '1', true)`);
      await client.query(
        `insert into alert_rules (id, org_id, name, condition_type, condition_config, severity)
          values ($1, 1, 'LCP is poor', 'threshold', '{}', 'high')`,
        [rule]
      );
      await client.query('commit');
    });
    const seed = ({ opened, resolved, severity = 'high', status, labels = {}, org = 1 }: Seeded) =>
      withClient(db.urlFor('jobs'), (client) =>
        client.query(
          `insert into alert_instances (id, org_id, alert_rule_id, title, message, severity, status, triggered_data, labels,
              created_at, resolved_at, last_value, assigned_login)
            values ($1, $2, $3, $4, 'Measured 3000.', $5, $6, '{"limit":2500,"operator":">"}', $7, $8, $9, 3000, 'ada')`,
          [
            ...[uuidV7(start + opened), org, org === 1 ? rule : uuidV7(start), `LCP is poor ${labels.page_path ?? ''}`],
            ...[severity, status ?? (resolved === undefined ? 'active' : 'resolved'), JSON.stringify(labels)],
            ...[new Date(start + opened * minute), resolved === undefined ? null : new Date(start + resolved * minute)],
          ]
        )
      );
    await seed({ opened: -30, resolved: 10, labels: { page_path: '/early' } });
    await seed({ opened: -30, resolved: -20, labels: { page_path: '/before' } });
    await seed({ opened: 5, resolved: 20, labels: { app: 'shop', page_path: '/a' } });
    await seed({ opened: 15, severity: 'critical', labels: { app: 'shop', page_path: '/b' } });
    await seed({ opened: 25, status: 'acknowledged', labels: { app: 'blog' } });
    await seed({ opened: 26, org: 2 });
  });
  afterAll(end);

  const alerts = { kind: 'alerts' as const };

  it('are counted by when they began, over time and by field or label', async () => {
    expect(await table({ ...alerts, calculation: 'count' })).toEqual([[3]]);
    expect(await table({ ...alerts, calculation: 'count', groupBy: ['severity', 'status'] })).toEqual([
      ['critical', 'active', 1],
      ['high', 'acknowledged', 1],
      ['high', 'resolved', 1],
    ]);
    expect(await table({ ...alerts, groupBy: ['alert_rule', 'labels.page_path'] })).toEqual([
      ['LCP is poor', '', 1],
      ['LCP is poor', '/a', 1],
      ['LCP is poor', '/b', 1],
    ]);
    const [series] = await ask(alerts, { intervalMs: 10 * minute, maxDataPoints: 6 });
    expect(column(series, 'value')).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('are filtered by rule, status, severity, app and labels', async () => {
    const count = async (field: string, operator: '=' | '!=' | '=~', value: string | string[]) =>
      (await table({ ...alerts, filters: [{ field, operator, value }] }))[0]?.[0];
    expect(await count('alert_rule', '=~', '^LCP')).toBe(3);
    expect(await count('status', '!=', 'resolved')).toBe(2);
    expect(await count('severity', '=', ['critical', 'low'])).toBe(1);
    expect(await count('app', '=', 'shop')).toBe(2);
    expect(await count('labels.page_path', '=', '/b')).toBe(1);
  });

  it('are rows of those that were open at some time of the range, newest first', async () => {
    const [frame] = await ask({ ...alerts, format: 'logs' });
    expect(column(frame, 'body')).toEqual([
      'LCP is poor  Measured 3000.',
      'LCP is poor /b Measured 3000.',
      'LCP is poor /a Measured 3000.',
      'LCP is poor /early Measured 3000.',
    ]);
    expect(column(frame, 'resolved_at')).toEqual([null, null, start + 20 * minute, start + 10 * minute]);
    expect(column(frame, 'level')).toEqual(['error', 'critical', 'error', 'error']);
    // What a panel that acts on them needs.
    expect(column(frame, 'version')).toEqual([1, 1, 1, 1]);
    expect(column(frame, 'limit')).toEqual([2500, 2500, 2500, 2500]);
    expect(column(frame, 'operator')).toEqual(['>', '>', '>', '>']);
    expect(column(frame, 'acknowledged_by')).toEqual([null, null, null, null]);
    const link = frame?.fields.find(({ name }) => name === 'title')?.config?.links;
    expect(JSON.stringify(link)).toContain('/a/seamark-monitoring-app/alerts/${__data.fields.id');
  });

  it('do not say who has them where nobody is known to ask', async () => {
    const [frame] = await ask({ ...alerts, format: 'logs' }, { who: { orgId: 1, seesPersonal: false } });
    expect(frame?.fields.map(({ name }) => name)).not.toContain('acknowledged_by');
    expect(frame?.fields.map(({ name }) => name)).not.toContain('assigned_to');
    expect(column(frame, 'title')).toHaveLength(4);
  });

  it('mark a chart from when they began until they were over, or the end of what is shown', async () => {
    const [frame] = await ask({
      kind: 'annotations',
      of: 'alerts',
      filters: [{ field: 'app', operator: '=', value: 'shop' }],
    });
    expect(column(frame, 'time')).toEqual([start + 15 * minute, start + 5 * minute]);
    expect(column(frame, 'timeEnd')).toEqual([start + hour, start + 20 * minute]);
    expect(column(frame, 'tags')).toEqual(['alert,critical,LCP is poor', 'alert,high,LCP is poor']);
  });

  it('offer their values to variables', async () => {
    const [frame] = await ask({ kind: 'variables', of: 'alerts', field: 'labels.page_path' });
    expect(column(frame, 'value')).toEqual(['/a', '/b']);
    const [rules] = await ask({ kind: 'variables', field: 'alert_rule' });
    expect(column(rules, 'value')).toEqual(['LCP is poor']);
  });

  it('have no percentiles', async () => {
    await expect(ask({ ...alerts, calculation: 'p75' })).rejects.toThrow('allowed: count, rate');
  });
});
