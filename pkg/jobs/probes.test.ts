import type { DueCheck, DueChecks, Look } from '../domain/health/checks/DueChecks';
import type { CheckReport, CheckRunner } from '../domain/health/probing/CheckRunner';
import { silentLogger } from '../lib/Logger';
import { second } from '../lib/duration';
import { manualClock } from '../lib/testing/manualClock';
import { probeJob } from './probes';

const report = { durationMs: 5, phases: {}, details: {}, assertions: [] };
const passed: CheckReport = { ...report, outcome: 'passed', error: null };
const failed: CheckReport = { ...report, outcome: 'failed', error: 'connection refused' };

function setUp(run: CheckRunner['run'], more: Partial<DueChecks> = {}) {
  const clock = manualClock();
  const stopping = new AbortController();
  const waiting: DueCheck[] = [];
  const kept: Array<[string, Pick<Look, 'attempts' | 'location'> & { outcome: string | undefined; at: number }]> = [];
  const released: string[] = [];
  const asked: number[] = [];
  const start = clock.now();
  const checks: DueChecks = {
    claim: async (_now, until, limit) => {
      asked.push(limit);
      return waiting.splice(0, Math.min(limit, waiting.filter(({ dueAt }) => dueAt <= until).length));
    },
    renew: async () => true,
    keep: async ({ id }, { attempts, location, report: found, at }) => {
      kept.push([id, { attempts, location, outcome: found?.outcome, at: at - start }]);
      return true;
    },
    release: async ({ id }) => void released.push(id),
    ...more,
  };
  const add = (id: string, change: Partial<DueCheck> = {}) =>
    waiting.push({
      ...{ id, orgId: 1, kind: 'http', settings: {}, assertions: [], timeout_ms: 1000, secrets: {}, lastBeat: null },
      ...{ waitingSince: 0, dueAt: clock.now(), retries: 0, retry_interval_seconds: 5, ...change },
    });
  const parts = { checks, runner: { run }, location: 'here', clock, logger: silentLogger, stopping: stopping.signal };
  const job = probeJob(parts);
  return { clock, stopping, kept, released, asked, add, turn: () => job.act(clock.now()) };
}

describe('the job that looks at services', () => {
  it('looks on the beat of each check, and says from where', async () => {
    const { add, turn, clock, kept } = setUp(async () => passed);
    add('a', { dueAt: clock.now() + 700 });
    await turn();
    await clock.advance(699);
    expect(kept).toEqual([]);
    await clock.advance(1);
    expect(kept).toEqual([['a', { attempts: 1, location: 'here', outcome: 'passed', at: 700 }]]);
  });

  it('tries again before it believes in a failure, at the interval of the retries', async () => {
    const outcomes = [failed, failed, passed];
    const { add, turn, clock, kept } = setUp(async () => outcomes.shift());
    add('a', { retries: 3 });
    await turn();
    await clock.advance(20 * second);
    expect(kept).toEqual([['a', { attempts: 3, location: 'here', outcome: 'passed', at: 10 * second }]]);
  });

  it('believes in a failure after the last retry', async () => {
    const { add, turn, clock, kept } = setUp(async () => failed);
    add('a', { retries: 1 });
    await turn();
    await clock.advance(20 * second);
    expect(kept).toEqual([['a', { attempts: 2, location: 'here', outcome: 'failed', at: 5 * second }]]);
  });

  it('leaves a check that was taken away between two attempts', async () => {
    const { add, turn, clock, kept } = setUp(async () => failed, { renew: async () => false });
    add('a', { retries: 1 });
    await turn();
    await clock.advance(20 * second);
    expect(kept).toEqual([]);
  });

  it('lets nobody wait for a service that hangs, and looks at so many at once only', async () => {
    const { add, turn, clock, kept, asked } = setUp((check) =>
      check.orgId === 13 ? new Promise(() => undefined) : Promise.resolve(passed)
    );
    add('hangs', { orgId: 13 });
    add('quick');
    await turn();
    await clock.advance(1);
    expect(kept.map(([id]) => id)).toEqual(['quick']);
    await turn();
    expect(asked).toEqual([100, 99]);
  });

  it('does not let one check cost the others theirs', async () => {
    const { add, turn, clock, kept } = setUp(async ({ orgId }) => {
      if (orgId === 13) {
        throw new TypeError('a fault of ours');
      }
      return passed;
    });
    add('broken', { orgId: 13 });
    add('fine');
    await turn();
    await clock.advance(1);
    expect(kept.map(([id]) => id)).toEqual(['fine']);
  });

  it('gives back what is under way when it is stopped, and keeps nothing of it', async () => {
    const { add, turn, clock, kept, released, stopping } = setUp(async () => failed);
    add('a', { dueAt: clock.now() + 500, retries: 5 });
    await turn();
    stopping.abort();
    await clock.advance(1);
    expect([kept, released]).toEqual([[], ['a']]);
  });
});
