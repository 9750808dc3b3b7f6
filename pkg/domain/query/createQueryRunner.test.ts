import type { Query } from '../../../src/contract/query/Query';
import { day, hour } from '../../lib/duration';
import { createQueryRunner } from './createQueryRunner';
import type { AggregatePlan } from './QueryPlan';
import { type QueryContext, QueryError } from './QueryRunner';
import type { Cells, QueryStore } from './QueryStore';

const from = Date.UTC(2026, 10, 23);
const nothing: Cells = { cells: [], groupCount: 0, source: 'raw' as const };
const cell = { groups: [], bucket: null, value: 1, unit: null, countedUsers: false, countedVisitors: false };

function setUp(found: Cells = nothing) {
  const plans: AggregatePlan[] = [];
  const store: QueryStore = {
    aggregate: async (plan) => {
      plans.push(plan);
      return found;
    },
    rows: async () => [],
    values: async () => [],
    appNames: async () => [],
    firstSeenReleases: async () => [],
  };
  const runner = createQueryRunner({ store, clock: { now: () => from + day, sleep: async () => undefined } });
  const ask = (query: Partial<Query>, context: Partial<QueryContext> = {}) =>
    runner.run(
      { refId: 'A', kind: 'events', ...query },
      {
        who: { orgId: 1, seesPersonal: true },
        range: { from, to: from + hour },
        intervalMs: 1,
        maxDataPoints: 100,
        ...context,
      }
    );
  return { ask, plans };
}

describe('refusing a query', () => {
  const refused: Array<[string, Partial<Query>, RegExp]> = [
    ['a field of another kind', { groupBy: ['metric_type'] }, /Unknown field "metric_type" for events; allowed: app,/],
    ['a field from the prototype', { groupBy: ['constructor'] }, /Unknown field "constructor"/],
    ['attributes of another kind', { groupBy: ['context.x'] }, /Unknown field "context.x".*event_data\.<name>/],
    ['an attribute without a name', { groupBy: ['event_data.'] }, /Unknown field/],
    ['a field twice', { groupBy: ['app', 'app'] }, /"app" stands twice/],
    [
      'a variable left in a filter',
      { filters: [{ field: 'app', operator: '=', value: '$app' }] },
      /variable \$app in filter on app/,
    ],
    [
      'a variable left in a list',
      { filters: [{ field: 'app', operator: '=', value: ['a', '${b}'] }] },
      /variable \$\{b\}/,
    ],
    [
      'a variable left in a pattern',
      { filters: [{ field: 'app', operator: '=~', value: '^$app$' }] },
      /variable \$app/,
    ],
    ['a variable left in groupBy', { groupBy: ['$field'] }, /variable \$field in field name/],
    ['a variable left in the metric', { kind: 'performance', metric: '$vital' }, /variable \$vital in metric/],
    ['a NUL character', { filters: [{ field: 'app', operator: '=', value: 'a\0b' }] }, /NUL/],
    ['a percentile of events', { calculation: 'p75' }, /p75 does not fit events; allowed: count, rate, uniques_users/],
    ['a share of metrics', { kind: 'metrics', metric: 'x', calculation: 'share_good' }, /does not fit metrics/],
    ['uptime of errors', { kind: 'errors', calculation: 'uptime' }, /does not fit errors/],
    ['unique users of health', { kind: 'health', calculation: 'uniques_users' }, /does not fit health/],
    [
      'uptime by status',
      { kind: 'health', calculation: 'uptime', groupBy: ['status'] },
      /Uptime can be asked by app, service_name, check_id only/,
    ],
    [
      'uptime filtered by status',
      { kind: 'health', calculation: 'uptime', filters: [{ field: 'status', operator: '=', value: 'down' }] },
      /not by status/,
    ],
    [
      'a percentile over several vitals',
      { kind: 'performance', calculation: 'p75' },
      /needs "metric", or "metric_type" in groupBy/,
    ],
    [
      'an average over several metrics',
      { kind: 'metrics', calculation: 'avg' },
      /needs "metric", or "name" in groupBy/,
    ],
    ['a metric of events', { metric: 'LCP' }, /Queries of events have no metric/],
    [
      'an unknown measure of health',
      { kind: 'health', metric: 'x', calculation: 'avg' },
      /allowed: response_time_ms, error_rate/,
    ],
    ['text compared by size', { filters: [{ field: 'release', operator: '>', value: '1' }] }, /"release" is text/],
    [
      'a number as a pattern',
      { kind: 'health', filters: [{ field: 'error_rate', operator: '=~', value: '1' }] },
      /is a number/,
    ],
    [
      'text for a number',
      { kind: 'health', filters: [{ field: 'error_rate', operator: '>', value: 'high' }] },
      /needs a number/,
    ],
    [
      'a list to compare with',
      { kind: 'health', filters: [{ field: 'error_rate', operator: '>', value: ['1'] }] },
      /needs a number/,
    ],
    [
      'a list of patterns',
      { filters: [{ field: 'app', operator: '=~', value: ['a'] }] },
      /takes one regular expression/,
    ],
    ['a pattern that is none', { filters: [{ field: 'app', operator: '=~', value: '(' }] }, /not a regular expression/],
    ['a back reference', { filters: [{ field: 'app', operator: '=~', value: '(a)\\1' }] }, /not a regular expression/],
    [
      'an endless list',
      { filters: [{ field: 'app', operator: '=', value: Array.from({ length: 1001 }, String) }] },
      /more than 1000/,
    ],
    ['ten thousand lines', { groupBy: ['page_url'], limit: 10_000 }, /at most 1000 groups/],
    [
      'variables of an unknown kind',
      { kind: 'variables', field: 'app', of: 'nonsense' },
      /"of" must be one of performance/,
    ],
    ['annotations of an unknown source', { kind: 'annotations', of: 'deploys' }, /"of" must be one of releases/],
  ];

  it.each(refused)('%s', async (_, query, message) => {
    const { ask, plans } = setUp();
    const failure: unknown = await ask(query).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(QueryError);
    expect(failure).toMatchObject({ status: 400, message: expect.stringMatching(message) });
    expect(plans).toEqual([]);
  });

  it.each(['session_id', 'user_id', 'event_data.message', 'event_data.user.email', 'event_data.session_id'])(
    '%s, for who may not see persons',
    async (field) => {
      const who = { orgId: 1, seesPersonal: false };
      await expect(setUp().ask({ groupBy: [field] }, { who })).rejects.toThrow(/points at a person/);
      await expect(setUp().ask({ filters: [{ field, operator: '=', value: 'x' }] }, { who })).rejects.toThrow(
        /points at a person/
      );
      await expect(setUp().ask({ groupBy: [field] })).resolves.toHaveLength(1);
    }
  );

  it('over a range that ended before anything was measured', async () => {
    await expect(setUp().ask({}, { range: { from: -2, to: -1 } })).rejects.toThrow(/before 1970/);
  });
});

describe('answering a query', () => {
  it('counts by default, and takes the p75 of a named vital', async () => {
    const { ask, plans } = setUp();
    await ask({});
    await ask({ kind: 'performance', metric: 'LCP' });
    expect(plans.map((plan) => plan.calculation)).toEqual(['count', 'p75']);
  });

  it('lets a query’s own interval and points win', async () => {
    const { ask, plans } = setUp();
    await ask({ maxDataPoints: 2 });
    await ask({ intervalMs: 600_000 });
    expect(plans.map((plan) => plan.bucketMs)).toEqual([30 * 60_000, 600_000]);
  });

  it('gives vitals their unit and limits, and scores decimals', async () => {
    const found = { cells: [cell], groupCount: 1, source: 'raw' as const };
    const config = async (metric: string) =>
      (await setUp(found).ask({ kind: 'performance', metric, format: 'table' }))[0]?.fields[0]?.config;
    expect(await config('LCP')).toEqual({
      displayNameFromDS: 'LCP p75',
      unit: 'ms',
      thresholds: {
        mode: 'absolute',
        steps: [
          { value: null, color: 'green' },
          { value: 2500, color: 'orange' },
          { value: 4000, color: 'red' },
        ],
      },
    });
    expect(await config('CLS')).toMatchObject({ unit: 'none', decimals: 3 });
    expect(await config('custom')).toEqual({ displayNameFromDS: 'custom p75' });
  });

  it.each([
    ['rate', 'cps'],
    ['count', 'short'],
    ['share_good', 'percent'],
  ] as const)('gives %s the unit %s', async (calculation, unit) => {
    const [frame] = await setUp().ask({ kind: 'performance', metric: 'LCP', calculation });
    expect(frame?.fields[1]?.config).toMatchObject({ unit });
  });

  it('shows a number that stored rows call milliseconds in Grafana’s words', async () => {
    const found = { cells: [{ ...cell, unit: 'milliseconds' }], groupCount: 1, source: 'raw' as const };
    const [frame] = await setUp(found).ask({ kind: 'metrics', metric: 'x', calculation: 'avg', format: 'table' });
    expect(frame?.fields[0]?.config).toMatchObject({ unit: 'ms' });
  });

  it('puts the group’s fields first and the value last', async () => {
    const found = { cells: [{ ...cell, groups: ['/a', ''] }], groupCount: 1, source: 'raw' as const };
    const [frame] = await setUp(found).ask({ groupBy: ['page_path', 'country'], format: 'table' });
    expect(frame?.fields.map(({ name, values }) => [name, values])).toEqual([
      ['page_path', ['/a']],
      ['country', ['']],
      ['value', [1]],
    ]);
    expect(frame?.meta).toMatchObject({ type: 'numeric-long', preferredVisualisationType: 'table' });
  });

  it('names a group without a value', async () => {
    const found = { cells: [{ ...cell, groups: [''], bucket: from }], groupCount: 1, source: 'raw' as const };
    const [frame] = await setUp(found).ask({ groupBy: ['country'] });
    expect(frame?.fields[1]).toMatchObject({ labels: { country: '' }, config: { displayNameFromDS: '(none)' } });
  });

  it('says so when there was nothing', async () => {
    const [frame] = await setUp().ask({ kind: 'performance', metric: 'LCP' });
    expect(frame?.meta?.notices).toEqual([{ severity: 'info', text: expect.stringContaining('Nothing was stored') }]);
  });

  it.each([
    [true, true, 'users and visitors'],
    [true, false, 'users'],
    [false, true, 'visitors'],
    [false, false, 'nobody'],
  ])('says which ids unique users are (%s, %s)', async (countedUsers, countedVisitors, expected) => {
    const found = { cells: [{ ...cell, countedUsers, countedVisitors }], groupCount: 1, source: 'raw' as const };
    const [frame] = await setUp(found).ask({ calculation: 'uniques_users', format: 'table' });
    expect(frame?.meta?.custom).toMatchObject({ uniqueIds: expected });
  });

  it('refuses to draw millions of points', async () => {
    const groups = Array.from({ length: 1000 }, (_, index) => ({ ...cell, groups: [String(index)], bucket: from }));
    const found = { cells: groups, groupCount: 1000, source: 'raw' as const };
    await expect(setUp(found).ask({ groupBy: ['page_url'], limit: 1000 }, { maxDataPoints: 100_000 })).rejects.toThrow(
      /more than 500000 points/
    );
  });
});
