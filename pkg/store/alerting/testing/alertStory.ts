import type { DueRule } from '../../../domain/alerting/evaluation/AlertEvaluations';
import type { Finding } from '../../../domain/alerting/evaluation/RuleMemory';
import { labelsKey } from '../../../domain/alerting/labels/labelsKey';
import { minute } from '../../../lib/duration';
import { manualClock } from '../../../lib/testing/manualClock';
import type { Store } from '../../openStore';
import { openTestStore } from '../../testing/openTestStore';
import type { TestDatabase } from '../../testing/testDatabase';

export const ada = { orgId: 1, login: 'ada' };
export const bob = { orgId: 1, login: 'bob' };
export const stranger = { orgId: 2, login: 'eve' };
export const rule = {
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
export function pages(values: Record<string, number>): Finding {
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

/** Three stores on a suite's database, as three processes are, with a clock of their own and what tests of alerts do all the time. */
export function alertStory(db: TestDatabase) {
  const clock = manualClock();
  const opened: Store[] = [];
  const at = (index: number): Store => {
    const store = opened[index];
    if (store === undefined) {
      throw new Error('The stores are open from beforeAll on');
    }
    return store;
  };
  const store = () => at(0);
  let name = 0;
  beforeAll(() => {
    opened.push(...[1, 2, 3].map(() => openTestStore(db, { clock })));
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));
  afterEach(async () => {
    for (const { id } of (await store().alertRules.list(ada, { limit: 100, cursor: undefined })).items) {
      await store().alertRules.delete(ada, id);
    }
  });

  const create = (more: object = {}) =>
    store().alertRules.create(ada, { ...rule, name: `rule ${(name += 1)}`, ...more });
  const claimOne = async (): Promise<DueRule> => {
    const [due] = await store().alertEvaluations.claim(clock.now(), 10);
    if (due === undefined) {
      throw new Error('no rule is due');
    }
    return due;
  };
  const evaluate = async (finding: Finding): Promise<void> => {
    // Rules fall into a beat of their own by their id; in these stories those that are hardly late are due on the minute.
    await store().pools.jobs.query(
      'update alert_rules set next_evaluation_at = $1 where next_evaluation_at > $2 and next_evaluation_at <= $1',
      [new Date(clock.now()), new Date(clock.now() - minute)]
    );
    await store().alertEvaluations.keep(await claimOne(), { finding, at: clock.now(), durationMs: 3 });
    await clock.advance(minute);
  };
  const instances = async (statuses: Array<'active' | 'acknowledged' | 'resolved'> = ['active', 'acknowledged']) =>
    (
      await store().alertInstances.list(ada, {
        ...{ statuses, severities: [], limit: 100, cursor: undefined },
      })
    ).items;
  const onlyInstance = async () => {
    const [first, ...more] = await instances();
    if (first === undefined || more.length > 0) {
      throw new Error('there is not one open instance');
    }
    return first;
  };
  const kinds = async (id: string) => (await store().alertInstances.history(ada, id))?.map(({ kind }) => kind);
  return {
    clock,
    store,
    other: () => at(1),
    third: () => at(2),
    create,
    claimOne,
    evaluate,
    instances,
    onlyInstance,
    kinds,
  };
}
