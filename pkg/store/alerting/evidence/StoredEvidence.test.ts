import { QueryProblem } from '../../../domain/alerting/evaluation/Ask';
import { evaluateRule } from '../../../domain/alerting/evaluation/evaluateRule';
import { judgeRule } from '../../../domain/alerting/evaluation/judgeRule';
import { emptyMemory } from '../../../domain/alerting/evaluation/RuleMemory';
import { ruleSettingsOf } from '../../../domain/alerting/evaluation/ruleSettingsOf';
import type { Evidence } from '../../../domain/alerting/evidence/Evidence';
import { labelsKey } from '../../../domain/alerting/labels/labelsKey';
import { ruleDefaults } from '../../../domain/alerting/rules/ruleDefaults';
import { createQueryRunner } from '../../../domain/query/createQueryRunner';
import { systemClock } from '../../../lib/Clock';
import { hour, minute, second } from '../../../lib/duration';
import { groupedErrors } from '../../errorGroups/testing/groupedErrors';
import { createQueryStore } from '../../query/createQueryStore';
import { seedRows, type SeededRow } from '../../query/testing/seedRows';
import { forEachDatabase } from '../../testing/forEachDatabase';
import { withClient } from '../../testing/withClient';
import { StoredEvidence } from './StoredEvidence';

const person = '00000000-0000-4000-8000-000000000001';
const visitor = '00000000-0000-4000-8000-000000000002';

forEachDatabase('what alert rules ask of the database', (db) => {
  const { store, app, broken, resolve, only } = groupedErrors(db);
  const from = systemClock.now() - 2 * hour;
  const window = { from, to: from + hour };
  const now = () => ({ from: systemClock.now() - minute, to: systemClock.now() + minute });
  const evidence = (orgId = 1, signal?: AbortSignal): Evidence => {
    const pool = store().pools.query;
    const runner = createQueryRunner({ store: createQueryStore({ pool }), clock: systemClock });
    return new StoredEvidence(pool, runner).of(orgId, signal);
  };
  const seed = (kind: Parameters<typeof seedRows>[1], ...rows: SeededRow[]) =>
    seedRows(db, kind, { id: app().id, orgId: 1 }, rows);
  const at = (minutes: number, more: Record<string, unknown> = {}): SeededRow => ({
    at: from + minutes * minute,
    ...more,
  });

  it('answers a query with a value for each group', async () => {
    const filters = [{ field: 'app', operator: '=' as const, value: app().name }];
    await seed('errors', at(1, { page_path: '/a' }), at(2, { page_path: '/a' }), at(3, { page_path: '/b' }));
    const query = { kind: 'errors' as const, calculation: 'count' as const, groupBy: ['page_path'], filters };
    const counts = await evidence().values(query, window);
    expect(counts.get(labelsKey({ page_path: '/a' }))).toEqual({ labels: { page_path: '/a' }, value: 2 });
    expect((await evidence(2).values(query, window)).size).toBe(0);
  });

  it('says of a question that can never be answered that it cannot', async () => {
    const wrong = evidence().values({ kind: 'errors', groupBy: ['user_id'] }, window);
    await expect(wrong).rejects.toThrow(QueryProblem);
    await expect(wrong).rejects.toMatchObject({ isLasting: true });
  });

  it('that is not answered in time is a failed evaluation, and ends no alert', async () => {
    const rule = {
      condition_type: 'threshold' as const,
      condition_config: {
        query: { kind: 'errors', calculation: 'count' },
        window_minutes: 60,
        operator: '>',
        value: 0,
      },
    };
    const settings = ruleSettingsOf({ ...ruleDefaults, ...rule });
    await seed('errors', at(1));
    const evaluate = async (signal?: AbortSignal) =>
      (await evaluateRule(rule, evidence(1, signal), from + hour, systemClock.now)).finding;
    const firing = judgeRule(emptyMemory, await evaluate(), settings, from + hour);
    expect(firing.outcomes).toMatchObject([{ change: { kind: 'opened' } }]);
    const hung = await withClient(db.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('lock table raw.error_logs in access exclusive mode');
      return evaluate(AbortSignal.timeout(300));
    });
    expect(hung).toEqual({ failed: expect.stringContaining('given up') });
    const after = judgeRule(firing.memory, hung, settings, from + hour + minute);
    expect(after).toEqual({ memory: { sets: firing.memory.sets, errorsInARow: 1 }, outcomes: [] });
  });

  it('counts errors whose message matches, or whose stack does where that is asked for, and their users', async () => {
    await seed(
      'errors',
      at(1, { error_message: 'timeout of zebra', user_id: person }),
      at(2, { error_message: 'x', error_stack: 'at zebra (a.js:1)', visitor_id: visitor }),
      at(3, { error_message: 'zebra', user_id: person }),
      at(61, { error_message: 'zebra' })
    );
    const regex = 'z[e]bra';
    expect(await evidence().countMatches({ regex, inStack: false }, window)).toEqual({ errors: 2, users: 1 });
    expect(await evidence().countMatches({ regex, inStack: true }, window)).toEqual({ errors: 3, users: 2 });
    expect(await evidence(2).countMatches({ regex, inStack: true }, window)).toEqual({ errors: 0, users: 0 });
  });

  it('finds groups that are new, bad enough, and named without anybody’s words', async () => {
    await broken('1.0', { error_message: 'Ada Lovelace cannot pay', severity: 'medium' });
    const mine = (groups: readonly { app: string }[]) => groups.filter((group) => group.app === app().name);
    const [group] = mine(await evidence().newGroups('low', now()));
    expect(group).toMatchObject({ fingerprint: (await only()).fingerprint });
    expect(JSON.stringify(group)).not.toContain('Lovelace');
    expect(mine(await evidence().newGroups('high', now()))).toEqual([]);
    expect(mine(await evidence().newGroups('low', window))).toEqual([]);
    expect(await evidence(2).newGroups('low', now())).toEqual([]);
  });

  it('finds groups that are back', async () => {
    await broken('1.0');
    await resolve('now');
    const back = async () =>
      (await evidence().regressedGroups('low', now())).filter((group) => group.app === app().name);
    expect(await back()).toEqual([]);
    await broken('1.0', { timestamp: systemClock.now() + 5 * second });
    expect(await back()).toHaveLength(1);
    expect(await evidence(2).regressedGroups('low', now())).toEqual([]);
  });

  it('finds groups that spread over users, pages or releases', async () => {
    await seed(
      'errors',
      at(1, { fingerprint: 'wide', user_id: person, page_path: '/a', release: '1' }),
      at(2, { fingerprint: 'wide', visitor_id: visitor, page_path: '/b', release: '1' }),
      at(3, { fingerprint: 'narrow', user_id: person, page_path: '/a' })
    );
    const spread = async (...[by, least]: ['users' | 'pages' | 'releases', number]) =>
      (await evidence().spreadGroups(by, least, window))
        .filter(({ group }) => group.app === app().name)
        .map(({ group, number }) => [group.fingerprint, number]);
    expect(await spread('users', 2)).toEqual([['wide', 2]]);
    expect(await spread('pages', 1)).toEqual([
      ['wide', 2],
      ['narrow', 1],
    ]);
    expect(await spread('releases', 2)).toEqual([]);
  });

  it('counts events that were not followed in time by others of their session', async () => {
    const filters = (event_name: string) => [
      { field: 'event_name', operator: '=' as const, value: event_name },
      { field: 'app', operator: '=' as const, value: app().name },
    ];
    const event = (minutes: number, event_name: string, session_id: string | null) =>
      at(minutes, { event_name, session_id });
    await seed(
      'events',
      event(10, 'pay', 'paid'),
      event(14, 'paid', 'paid'),
      event(11, 'pay', 'late'),
      event(17, 'paid', 'late'),
      event(12, 'pay', 'never'),
      event(12, 'pay', null),
      event(58, 'pay', 'open'),
      event(-4, 'pay', 'before')
    );
    const sequence = { a: filters('pay'), b: filters('paid'), withinMs: 5 * minute };
    // Those at 11 and 12, and the one at −4, whose five minutes ended at 1; the one at 58 still has time.
    expect(await evidence().countSequences({ ...sequence, expectB: false }, window)).toBe(3);
    expect(await evidence().countSequences({ ...sequence, expectB: true }, window)).toBe(1);
    expect(await evidence(2).countSequences({ ...sequence, expectB: false }, window)).toBe(0);
  });

  it('knows the latest results of each service, and how often it is looked at', async () => {
    const result = (minutes: number, service_name: string, status: string, metadata = {}) =>
      at(minutes, { service_name, status, metadata });
    await seed(
      'health',
      result(1, 'api', 'healthy'),
      result(2, 'api', 'down'),
      result(3, 'api', 'down', { interval_seconds: 30 }),
      result(3, 'web', 'healthy'),
      result(61, 'web', 'down')
    );
    const services = (await evidence().latestResults(undefined, 2, window)).filter((one) => one.app === app().name);
    expect(
      services.map(({ service, results, intervalMs }) => [service, results.map((one) => one.status), intervalMs])
    ).toEqual([
      ['api', ['down', 'down'], 30 * second],
      ['web', ['healthy'], minute],
    ]);
    const named = await evidence().latestResults('web', 1, window);
    expect(named.map(({ service }) => service)).toEqual(['web']);
  });

  it('knows when certificates end, by the latest result that says so', async () => {
    const result = (minutes: number, service_name: string, end?: string) =>
      at(minutes, { service_name, metadata: end === undefined ? {} : { certificate_expires_at: end } });
    await seed('health', result(1, 'shop', '2026-12-01T00:00:00Z'), result(2, 'shop', '2027-01-01T00:00:00Z'));
    await seed('health', result(3, 'shop'), result(3, 'broken', 'soon'));
    const found = (await evidence().certificates(window)).filter((one) => one.app === app().name);
    expect(found).toEqual([{ app: app().name, service: 'shop', expiresAt: Date.parse('2027-01-01T00:00:00Z') }]);
  });
});
