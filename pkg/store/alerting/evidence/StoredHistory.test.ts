import fc from 'fast-check';
import type { AlertRule } from '../../../../src/contract/entities/AlertRule';
import { backtest } from '../../../domain/alerting/preview/backtest';
import { PastEvidence } from '../../../domain/alerting/preview/PastEvidence';
import { PastRows } from '../../../domain/alerting/preview/PastRows';
import { pastWindowsOf } from '../../../domain/alerting/preview/pastWindowsOf';
import { RulePreviews } from '../../../domain/alerting/preview/RulePreviews';
import { stepsOf, type Steps } from '../../../domain/alerting/preview/stepsOf';
import { readCondition } from '../../../domain/alerting/rules/readCondition';
import { ruleDefaults } from '../../../domain/alerting/rules/ruleDefaults';
import { createQueryRunner } from '../../../domain/query/createQueryRunner';
import { systemClock } from '../../../lib/Clock';
import { day, hour, minute, second } from '../../../lib/duration';
import { groupedErrors } from '../../errorGroups/testing/groupedErrors';
import { createQueryStore } from '../../query/createQueryStore';
import { seedApp, seedRows, type SeededRow } from '../../query/testing/seedRows';
import { forEachDatabase } from '../../testing/forEachDatabase';
import { StoredEvidence } from './StoredEvidence';
import { StoredHistory } from './StoredHistory';

// Hundreds of evaluations, each with statements of its own.
jest.setTimeout(60_000);

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The same rows in every run, as many as a property needs: a linear congruential generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % below;
  };
}

type Config = Record<string, unknown>;
const query = (kind: string, calculation: string, more: Config = {}): Config => ({ kind, calculation, ...more });
const vital = (calculation: string, more: Config = {}): Config =>
  query('performance', calculation, { metric: 'LCP', ...more });
const threshold = (asked: Config, more: Config = {}): [AlertRule['condition_type'], Config] => [
  'threshold',
  { query: asked, window_minutes: 5, operator: '>', value: 3, recovery_value: 2, ...more },
];
const trend = (more: Config): [AlertRule['condition_type'], Config] => [
  'trend',
  { query: query('events', 'count'), window_minutes: 10, ...more },
];
const pattern = (config: Config): [AlertRule['condition_type'], Config] => ['pattern', config];
const byPage = { groupBy: ['page_path'] };
const events = (event_name: string) => ({ filters: [{ field: 'event_name', operator: '=', value: event_name }] });

const conditions: Array<[AlertRule['condition_type'], Config]> = [
  threshold(vital('p75', byPage), { value: 3000, recovery_value: 2000 }),
  threshold(vital('p50'), { min_samples: 3, value: 3000, recovery_value: 2000, for_minutes: 2 }),
  ...['min', 'max', 'avg', 'sum'].map((calculation) => threshold(vital(calculation, byPage))),
  ...['share_good', 'share_poor'].map((calculation) =>
    threshold(vital(calculation), { value: 40, recovery_value: 30 })
  ),
  ...['count', 'rate', 'uniques_users', 'uniques_sessions'].map((calculation) =>
    threshold(query('events', calculation, byPage))
  ),
  threshold(query('health', 'uptime', { groupBy: ['service_name'] }), { operator: '<', value: 90, recovery_value: 95 }),
  threshold(query('health', 'p95', { metric: 'response_time_ms' }), { window_minutes: 7, value: 50 }),
  trend({ compare: 'previous_window', change: 'percent', operator: '>', value: 30 }),
  trend({ compare: 'same_time_yesterday', change: 'absolute', operator: '<', value: -3 }),
  trend({ windows: 3, direction: 'rise', min_change_percent: 1 }),
  pattern({ kind: 'message', regex: 'time.ut', min_count: 2, min_users: 2, window_minutes: 5 }),
  pattern({ kind: 'message', regex: 'a\\.js', in_stack: true, min_count: 3, window_minutes: 5 }),
  pattern({ kind: 'rate', query: query('events', 'count', byPage), per_minute_above: 0.4, window_minutes: 5 }),
  pattern({ kind: 'absence', query: query('events', 'count', byPage), for_minutes: 5 }),
  pattern({ kind: 'absence', query: query('events', 'count'), for_minutes: 2, only_if_seen_yesterday: false }),
  ...['users', 'pages', 'releases'].map((by) => pattern({ kind: 'spread', by, min: 2, window_minutes: 10 })),
  ...[true, false].map((expect_b) =>
    pattern({ kind: 'sequence', a: events('pay'), b: events('paid'), expect_b, within_minutes: 3, window_minutes: 5 })
  ),
  pattern({ kind: 'health', service_name: '*', status: 'degraded', for_results: 2 }),
  pattern({ kind: 'health', service_name: 'api', status: 'down' }),
  pattern({ kind: 'certificate', days: 14 }),
  pattern({ kind: 'new_group', window_minutes: 10 }),
  pattern({ kind: 'regressed', window_minutes: 10 }),
];

forEachDatabase('a rule that is tried over stored history', (db) => {
  const { store, broken, resolve } = groupedErrors(db);
  const org = 7;
  const from = Math.floor((systemClock.now() - 3 * hour) / minute) * minute + 23 * second;
  const range = { from, to: from + hour };
  const live = () => {
    const pool = store().pools.query;
    return new StoredEvidence(pool, createQueryRunner({ store: createQueryStore({ pool }), clock: systemClock }));
  };
  const past = () => new StoredHistory(store().pools.query);
  const ruleOf = ([condition_type, condition_config]: (typeof conditions)[number], more: Config = {}) => ({
    ...ruleDefaults,
    condition_type,
    condition_config: { ...condition_config, ...more },
  });

  beforeAll(async () => {
    const random = numbers(42);
    const app = { id: await seedApp(db, org, 'shop'), orgId: org };
    const some = <T>(...choices: T[]): T => choices[random(choices.length)] as T;
    const rows = (count: number, row: () => Config): SeededRow[] =>
      Array.from({ length: count }, () => ({
        at: from - hour + random((2 * hour) / second) * second - (random(3) === 0 ? day : 0),
        ...row(),
      }));
    const visit = () => ({ page_path: some('/a', '/b', '/c'), user_id: some(null, uuid(random(4))) });
    await seedRows(db, 'performance', app, rows(400, () => {
      const metric_value = random(6000);
      const rating = metric_value < 2500 ? 'good' : metric_value < 4000 ? 'needs_improvement' : 'poor';
      return { ...visit(), metric_value, rating, metric_id: some(null, `v${random(60)}`) };
    })); // prettier-ignore
    await seedRows(db, 'events', app, rows(400, () => ({
      ...visit(), session_id: some(null, `s${random(9)}`), event_name: some('pay', 'paid', 'look'),
    }))); // prettier-ignore
    await seedRows(db, 'errors', app, rows(300, () => ({
      ...visit(), fingerprint: some('f1', 'f2', 'f3'), error_message: some('timeout', 'boom'),
      error_stack: some(null, 'at a.js:1'), release: some(null, '1', '2'),
    }))); // prettier-ignore
    await seedRows(db, 'health', app, rows(300, () => ({
      service_name: some('api', 'web'), status: some('healthy', 'healthy', 'degraded', 'down'), response_time_ms: random(100),
      metadata: { interval_seconds: 60, ...(random(2) === 0 && { certificate_expires_at: new Date(from + random(28) * day).toISOString() }) },
    }))); // prettier-ignore
  });

  async function both(rule: ReturnType<typeof ruleOf>, steps: Steps, orgId = org) {
    const one = live().of(orgId);
    const byOne = await backtest(rule, steps, () => one);
    const windows = await pastWindowsOf(readCondition(rule.condition_type, rule.condition_config), steps);
    const history = past().historyOf(orgId);
    const rows = new PastRows(history, windows);
    const evidence = new PastEvidence({ history, rows, steps, windows, mostLabelSets: rule.max_label_sets });
    return { byOne, atOnce: await backtest(rule, steps, (at) => evidence.at(at)) };
  }

  /** Sums are made in another order. */
  const rounded = (values: ReadonlyArray<number | null>) =>
    values.map((value) => (value === null ? null : Number(value.toPrecision(9))));

  it.each(conditions.map((condition) => [JSON.stringify(condition), condition] as const))(
    'is judged as if it had been evaluated again and again: %s',
    async (_name, condition) => {
      const steps = stepsOf(range, 2 * minute, 30);
      const { byOne, atOnce } = await both(ruleOf(condition), steps);
      expect(atOnce.error).toBe(null);
      expect(byOne.error).toBe(null);
      const plain = ({ series }: typeof byOne) =>
        [...series].map(([key, { values }]) => [key, rounded(values)] as const).sort();
      expect(plain(atOnce)).toEqual(plain(byOne));
      const listed = ({ instances }: typeof byOne) =>
        instances.map(({ peak: _peak, ...rest }) => JSON.stringify(rest)).sort();
      expect(listed(atOnce)).toEqual(listed(byOne));
    }
  );

  it('is judged so whatever its window, delay, pace and range are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...conditions.slice(0, 24)),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 10, max: 500 }),
        fc.integer({ min: -600, max: 600 }),
        async (condition, window, delay_seconds, step, shift) => {
          const name =
            'for_minutes' in condition[1] && condition[1].kind === 'absence' ? 'for_minutes' : 'window_minutes';
          const rule = ruleOf(condition, { [name]: window, delay_seconds });
          const steps = { first: from + shift * second, stepMs: step * second, count: 6 };
          const { byOne, atOnce } = await both(rule, steps);
          const plain = ({ series }: typeof byOne) =>
            [...series].map(([key, { values }]) => [key, rounded(values)] as const).sort();
          expect([plain(atOnce), atOnce.error]).toEqual([plain(byOne), byOne.error]);
        }
      ),
      { numRuns: 40, seed: 7 }
    );
  });

  it('knows errors that are new and errors that came back', async () => {
    await broken('1.0');
    await resolve('now');
    await broken('1.0', { timestamp: systemClock.now() + 5 * second });
    const steps = { first: systemClock.now() - minute, stepMs: 10 * second, count: 12 };
    for (const kind of ['new_group', 'regressed']) {
      const rule = ruleOf(['pattern', { kind, window_minutes: 1, delay_seconds: 0 }]);
      const { byOne, atOnce } = await both(rule, steps, 1);
      expect(atOnce.instances.length).toBeGreaterThan(0);
      expect(atOnce.instances).toEqual(byOne.instances);
    }
  });

  it('says what is held against what, and how it was made', async () => {
    const previews = new RulePreviews(live(), past(), systemClock);
    const [condition_type, condition_config] = threshold(vital('p75', byPage), { evaluation_interval_seconds: 10 });
    const rule = { name: 'n', severity: 'high' as const, condition_type, condition_config };
    const week = { from: range.to - 7 * day, to: range.to };
    const preview = await previews.preview(org, rule, week);
    expect(preview).toMatchObject({ evaluations: 10_080, step_seconds: 60, failed: 0, limit: 3, recovery_limit: 2 });
    expect(preview.notes).toEqual([expect.stringContaining('every 1 min instead of every 10 s')]);
    expect(preview.instance_count).toBeGreaterThan(0);
    expect(preview.series.map(({ values }) => values.length)).toEqual(Array(3).fill(preview.times.length));
  });

  it('is refused where the data cannot be asked that', async () => {
    const previews = new RulePreviews(live(), past(), systemClock);
    const [condition_type, condition_config] = threshold(query('errors', 'count', { groupBy: ['user_id'] }));
    const rule = { name: 'n', severity: 'high' as const, condition_type, condition_config };
    await expect(previews.preview(org, rule, range)).rejects.toThrow('points at a person');
    await expect(previews.evaluateOnce(org, rule)).rejects.toThrow('"condition_config" cannot be evaluated');
  });
});
