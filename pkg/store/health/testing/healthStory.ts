import type { CreateHealthCheck } from '../../../../src/contract/resources/healthChecks';
import type { DueCheck } from '../../../domain/health/checks/DueChecks';
import type { CheckReport } from '../../../domain/health/probing/CheckRunner';
import { day, hour, startOfDay } from '../../../lib/duration';
import { manualClock } from '../../../lib/testing/manualClock';
import type { Store } from '../../openStore';
import { openTestStore } from '../../testing/openTestStore';
import type { TestDatabase } from '../../testing/testDatabase';

export const ada = { orgId: 1, login: 'ada' };
export const stranger = { orgId: 2, login: 'eve' };

export const anyCheck: CreateHealthCheck = {
  service_name: 'api',
  kind: 'http',
  settings: { url: 'https://shop.example/health' },
  interval_seconds: 60,
  failures_to_down: 2,
  successes_to_recover: 1,
};

const report = { phases: {}, assertions: [], details: {} };
export const passed: CheckReport = { ...report, outcome: 'passed', error: null, durationMs: 10 };
export const failed: CheckReport = { ...report, outcome: 'failed', error: 'connection refused', durationMs: null };

/**
 * Two stores on a suite's database, as two processes are, with a clock of their own. It begins at nine o'clock of a day
 * that has partitions.
 */
export function healthStory(db: TestDatabase, start = startOfDay(Date.now()) - day + 9 * hour) {
  const clock = manualClock(start);
  const opened: Store[] = [];
  const at = (index: number): Store => {
    const store = opened[index];
    if (store === undefined) {
      throw new Error('The stores are open from beforeAll on');
    }
    return store;
  };
  const store = () => at(0);
  beforeAll(() => {
    opened.push(openTestStore(db, { clock }), openTestStore(db, { clock }));
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));
  afterEach(async () => {
    for (const { id } of (await list()).items) {
      await store().healthChecks.delete(ada, id);
    }
  });

  const list = () =>
    store().healthChecks.list(ada, {
      ...{ statuses: [], kind: undefined, group: undefined, search: undefined, limit: 500, cursor: undefined },
    });
  const create = (more: Partial<CreateHealthCheck> = {}) => store().healthChecks.create(ada, { ...anyCheck, ...more });
  const claimOne = async (): Promise<DueCheck> => {
    const [due] = await store().dueChecks.claim(clock.now(), clock.now(), 10);
    if (due === undefined) {
      throw new Error('no check is due');
    }
    return due;
  };
  /** Moves on to when the check is due, and keeps a result of it. */
  const look = async (id: string, found: CheckReport | undefined): Promise<void> => {
    const claimed = await store().dueChecks.claim(clock.now(), clock.now() + day, 10);
    const due = claimed.find((each) => each.id === id);
    if (due === undefined) {
      throw new Error('the check is never due');
    }
    await clock.advance(Math.max(0, due.dueAt - clock.now()));
    await store().dueChecks.keep(due, { at: clock.now(), report: found, attempts: 1, location: 'here' });
    await Promise.all(claimed.filter((each) => each !== due).map((each) => store().dueChecks.release(each)));
  };
  return { clock, store, other: () => at(1), create, claimOne, look, list };
}
