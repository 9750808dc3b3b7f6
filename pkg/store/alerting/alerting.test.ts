import { VersionConflict } from '../../domain/access/VersionConflict';
import type { DueRule } from '../../domain/alerting/evaluation/AlertEvaluations';
import type { Finding } from '../../domain/alerting/evaluation/RuleMemory';
import { WrongState } from '../../domain/alerting/instances/AlertInstanceRepository';
import { labelsKey } from '../../domain/alerting/labels/labelsKey';
import { NameTaken } from '../../domain/alerting/rules/AlertRuleRepository';
import { hour, minute, second } from '../../lib/duration';
import { manualClock } from '../../lib/testing/manualClock';
import type { Store } from '../openStore';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestStore } from '../testing/openTestStore';

const ada = { orgId: 1, login: 'ada' };
const bob = { orgId: 1, login: 'bob' };
const stranger = { orgId: 2, login: 'eve' };
const rule = {
  name: 'LCP is poor',
  severity: 'high' as const,
  condition_type: 'threshold' as const,
  condition_config: {
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
    window_minutes: 5,
    operator: '>',
    value: 2500,
    evaluation_interval_seconds: 60,
  },
};

/** What an evaluation found: pages and their values. */
function pages(values: Record<string, number>): Finding {
  return {
    found: new Map(
      Object.entries(values).map(([page_path, value]) => {
        const labels = { page_path };
        const outcome =
          value > 2500 ? { outcome: 'firing' as const } : { outcome: 'normal' as const, isRecovered: true };
        return [labelsKey(labels), { labels, verdict: { observation: outcome, value } }];
      })
    ),
  };
}

forEachDatabase('rules and instances in the database', (db) => {
  const clock = manualClock();
  let store: Store;
  /** Another process on the same database. */
  let other: Store;
  let name = 0;
  beforeAll(() => {
    store = openTestStore(db, { clock });
    other = openTestStore(db, { clock });
  });
  afterAll(async () => {
    await store.close();
    await other.close();
  });
  afterEach(async () => {
    for (const { id } of (await store.alertRules.list(ada, { limit: 100, cursor: undefined })).items) {
      await store.alertRules.delete(ada, id);
    }
  });

  const create = (more: object = {}) => store.alertRules.create(ada, { ...rule, name: `rule ${(name += 1)}`, ...more });
  const claimOne = async (): Promise<DueRule> => {
    const [due] = await store.alertEvaluations.claim(clock.now(), 10);
    if (due === undefined) {
      throw new Error('no rule is due');
    }
    return due;
  };
  const evaluate = async (finding: Finding): Promise<void> => {
    await store.alertEvaluations.keep(await claimOne(), { finding, at: clock.now(), durationMs: 3 });
    await clock.advance(minute);
  };
  const instances = async (statuses: Array<'active' | 'acknowledged' | 'resolved'> = ['active', 'acknowledged']) =>
    (
      await store.alertInstances.list(ada, {
        ...{ statuses, severity: undefined, ruleId: undefined, search: undefined, limit: 100, cursor: undefined },
      })
    ).items;
  const onlyInstance = async () => {
    const [first, ...more] = await instances();
    if (first === undefined || more.length > 0) {
      throw new Error('there is not one open instance');
    }
    return first;
  };
  const kinds = async (id: string) => (await store.alertInstances.history(ada, id))?.map(({ kind }) => kind);

  describe('a rule', () => {
    it('is read as it was written, by its own organisation only', async () => {
      const made = await create({ labels: { team: 'web' }, reminder_minutes: 30 });
      expect(await store.alertRules.get(ada, made.id)).toEqual(made);
      expect(made).toMatchObject({ labels: { team: 'web' }, reminder_minutes: 30, version: 1, last_evaluation: null });
      expect(await store.alertRules.get(stranger, made.id)).toBeUndefined();
      expect(await store.alertRules.update(stranger, made.id, { enabled: false })).toBeUndefined();
      expect(await store.alertRules.delete(stranger, made.id)).toBe(false);
    });

    it('has a name of its own in its organisation, also when two people are as fast', async () => {
      await create({ name: 'same' });
      await expect(create({ name: 'same' })).rejects.toThrow(NameTaken);
      const second = await create({ name: 'other' });
      await expect(store.alertRules.update(ada, second.id, { name: 'same' })).rejects.toThrow(NameTaken);
      const foreign = await store.alertRules.create(stranger, { ...rule, name: 'same' });
      await store.alertRules.delete(stranger, foreign.id);
    });

    it('tells the second of two people who change it at once', async () => {
      const made = await create();
      await store.alertRules.update(ada, made.id, { severity: 'low', expected_version: 1 });
      const late = store.alertRules.update(bob, made.id, { severity: 'critical', expected_version: 1 });
      await expect(late).rejects.toThrow(VersionConflict);
      expect((await store.alertRules.get(ada, made.id))?.severity).toBe('low');
    });
  });

  describe('an evaluation', () => {
    it('opens an instance for each page that fires, and resolves it when it recovers', async () => {
      const made = await create();
      await evaluate(pages({ '/a': 3000, '/b': 100 }));
      const opened = await onlyInstance();
      expect(opened).toMatchObject({
        status: 'active',
        labels: { page_path: '/a' },
        last_value: 3000,
        severity: 'high',
      });
      expect(opened.title).toContain('page_path /a');
      expect(await store.alertRules.get(ada, made.id)).toMatchObject({
        open_instances: 1,
        last_evaluation: { label_sets: 2, firing: 1, error: null, duration_ms: 3 },
      });
      await evaluate(pages({ '/a': 4000 }));
      expect(await onlyInstance()).toMatchObject({ id: opened.id, last_value: 4000, firings: 2 });
      await evaluate(pages({ '/a': 100 }));
      expect(await instances()).toEqual([]);
      expect(await store.alertInstances.get(ada, opened.id)).toMatchObject({
        status: 'resolved',
        resolve_reason: 'recovered',
        resolved_login: null,
      });
      expect(await kinds(opened.id)).toEqual(['opened', 'resolved']);
    });

    it('remembers across processes and restarts: there is never a second instance', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const [due] = await other.alertEvaluations.claim(clock.now(), 10);
      expect(due).toBeDefined();
      await other.alertEvaluations.keep(due as DueRule, {
        finding: pages({ '/a': 3100 }),
        at: clock.now(),
        durationMs: 1,
      });
      await clock.advance(minute);
      expect(await onlyInstance()).toMatchObject({ last_value: 3100 });
    });

    it('that failed changes nothing, is shown, and is told after three', async () => {
      const made = await create();
      await evaluate(pages({ '/a': 3000 }));
      for (let times = 0; times < 3; times += 1) {
        await evaluate({ failed: 'it took longer than 10 s' });
      }
      expect((await store.alertRules.get(ada, made.id))?.last_evaluation?.error).toBe('it took longer than 10 s');
      expect((await instances()).map(({ concern, severity }) => [concern, severity])).toEqual([
        ['error', 'medium'],
        ['condition', 'high'],
      ]);
    });

    it('counts those that were missed, and keeps its beat', async () => {
      const made = await create();
      await evaluate(pages({}));
      await clock.advance(10 * minute + 7 * second);
      await evaluate(pages({}));
      expect((await store.alertRules.get(ada, made.id))?.missed_evaluations).toBe(10);
      await clock.advance(-minute + 52 * second);
      expect(await store.alertEvaluations.claim(clock.now(), 10)).toEqual([]);
      await clock.advance(second);
      expect(await store.alertEvaluations.claim(clock.now(), 10)).toHaveLength(1);
    });
  });

  describe('several processes', () => {
    it('share the rules that are due, each rule to one of them', async () => {
      await Promise.all(Array.from({ length: 12 }, () => create()));
      const claims = await Promise.all(
        [store, other, store, other].map((each) => each.alertEvaluations.claim(clock.now(), 5))
      );
      const ids = claims.flat().map(({ id }) => id);
      expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    });

    it('take over a rule whose process has gone, and do not believe it when it comes back', async () => {
      await create();
      const lost = await claimOne();
      expect(await other.alertEvaluations.claim(clock.now() + 19 * second, 10)).toEqual([]);
      await clock.advance(20 * second);
      const [taken] = await other.alertEvaluations.claim(clock.now(), 10);
      const found = { finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 };
      expect(await store.alertEvaluations.keep(lost, found)).toBe(false);
      expect(await other.alertEvaluations.keep(taken as DueRule, found)).toBe(true);
      expect(await instances()).toHaveLength(1);
    });

    it('drop what they found when the rule was changed meanwhile', async () => {
      const made = await create();
      const due = await claimOne();
      await store.alertRules.update(ada, made.id, { enabled: false });
      const found = { finding: pages({ '/a': 3000 }), at: clock.now(), durationMs: 1 };
      expect(await store.alertEvaluations.keep(due, found)).toBe(false);
      expect(await instances()).toEqual([]);
    });
  });

  describe('people', () => {
    it('acknowledge, take back, comment, assign and resolve, and all of it is told', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id } = await onlyInstance();
      const { alertInstances } = store;
      expect(await alertInstances.acknowledge(ada, id, { comment: 'on it' })).toMatchObject({
        status: 'acknowledged',
        acknowledged_login: 'ada',
        version: 2,
      });
      await evaluate(pages({ '/a': 3000 }));
      expect((await onlyInstance()).status).toBe('acknowledged');
      expect(await alertInstances.unacknowledge(bob, id, {})).toMatchObject({
        status: 'active',
        acknowledged_by: null,
      });
      expect(await alertInstances.assign(bob, id, { to: 'ada' })).toMatchObject({ assigned_to: 'ada' });
      expect(await alertInstances.comment(bob, id, { comment: 'rolled back' })).toMatchObject({ version: 4 });
      expect(await alertInstances.resolve(ada, id, { comment: 'done' })).toMatchObject({
        status: 'resolved',
        resolve_reason: 'by hand',
        resolved_login: 'ada',
      });
      const history = await alertInstances.history(ada, id);
      expect(history?.map(({ actor, kind, comment }) => [actor, kind, comment])).toEqual([
        [null, 'opened', null],
        ['ada', 'acknowledged', 'on it'],
        ['bob', 'unacknowledged', null],
        ['bob', 'assigned', null],
        ['bob', 'commented', 'rolled back'],
        ['ada', 'resolved', 'done'],
      ]);
    });

    it('who resolve what still fires see it again only after it was normal', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      await store.alertInstances.resolve(ada, (await onlyInstance()).id, {});
      await evaluate(pages({ '/a': 3000 }));
      expect(await instances()).toEqual([]);
      await evaluate(pages({ '/a': 100 }));
      await evaluate(pages({ '/a': 3000 }));
      expect(await instances()).toHaveLength(1);
    });

    it('are told when somebody was faster', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id, version } = await onlyInstance();
      const both = await Promise.allSettled(
        [ada, bob].map((who) => store.alertInstances.acknowledge(who, id, { expected_version: version }))
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(VersionConflict) });
      await expect(store.alertInstances.acknowledge(bob, id, {})).rejects.toThrow(WrongState);
    });

    it('of another organisation neither see nor touch it', async () => {
      await create();
      await evaluate(pages({ '/a': 3000 }));
      const { id } = await onlyInstance();
      expect(await store.alertInstances.get(stranger, id)).toBeUndefined();
      expect(await store.alertInstances.history(stranger, id)).toBeUndefined();
      expect(await store.alertInstances.acknowledge(stranger, id, {})).toBeUndefined();
    });
  });

  it.each([
    ['switched off', 'rule disabled', (id: string) => store.alertRules.update(ada, id, { enabled: false })],
    ['deleted', 'rule deleted', (id: string) => store.alertRules.delete(ada, id)],
    [
      'asks something else',
      'rule changed',
      (id: string) =>
        store.alertRules.update(ada, id, {
          condition_config: { ...rule.condition_config, query: { kind: 'errors', calculation: 'count' } },
        }),
    ],
  ])('a rule that is %s ends its instances with that reason', async (_what, reason, change) => {
    const made = await create();
    await evaluate(pages({ '/a': 3000 }));
    const { id } = await onlyInstance();
    await change(made.id);
    expect(await store.alertInstances.get(ada, id)).toMatchObject({ status: 'resolved', resolve_reason: reason });
  });

  it('a new limit does not end what is open, nor does the same question in another order', async () => {
    const made = await create();
    await evaluate(pages({ '/a': 3000 }));
    const { query, ...others } = rule.condition_config;
    await store.alertRules.update(ada, made.id, {
      condition_config: { ...others, value: 2000, query: { groupBy: query.groupBy, ...query } },
    });
    expect(await instances()).toHaveLength(1);
  });

  it('instances are listed newest first, page by page, and found by what they are about', async () => {
    await create({ cooldown_minutes: 0 });
    await evaluate(pages({ '/a': 3000 }));
    await clock.advance(hour);
    await evaluate(pages({ '/a': 3000, '/cart': 3000 }));
    const all = { statuses: [], severity: undefined, ruleId: undefined, search: undefined, cursor: undefined };
    const first = await store.alertInstances.list(ada, { ...all, limit: 1 });
    expect(first.items[0]?.labels).toEqual({ page_path: '/cart' });
    const next = await store.alertInstances.list(ada, { ...all, limit: 1, cursor: first.next_cursor ?? undefined });
    expect(next.items[0]?.labels).toEqual({ page_path: '/a' });
    const found = await store.alertInstances.list(ada, { ...all, limit: 9, search: '/CART', statuses: ['active'] });
    expect(found.items).toHaveLength(1);
  });
});
