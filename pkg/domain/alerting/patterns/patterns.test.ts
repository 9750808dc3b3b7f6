import type { PatternCondition } from '../../../../src/contract/alerting/conditions';
import type { Evidence } from '../evidence/Evidence';
import { emptyEvidence } from '../evidence/emptyEvidence';
import { findPattern } from './patterns';

const minute = 60_000;
const at = Date.parse('2026-11-23T12:00:00Z');
const seconds = (ago: number): number => at - 10_000 - ago * 1000;

async function find(config: PatternCondition, known: Partial<Evidence>) {
  const { found, missing } = await findPattern(config, at, emptyEvidence(known));
  return {
    said: [...found.values()].map(({ labels, verdict }) => [labels, verdict.observation.outcome, verdict.value]),
    missing: missing?.observation.outcome,
  };
}

const group = { app: 'shop', fingerprint: 'f1', title: 'TypeError in pay (cart.js)' };
const labels = { app: 'shop', fingerprint: 'f1' };

describe('a group of errors', () => {
  it('fires while its first error lies in the window, and is over when it does not', async () => {
    const asked: unknown[] = [];
    const config = { kind: 'new_group', window_minutes: 10, min_severity: 'high' } as const;
    const newGroups: Evidence['newGroups'] = async (least, { from, to }) => {
      asked.push([least, to - from]);
      return [group];
    };
    expect(await find(config, { newGroups })).toEqual({ said: [[labels, 'firing', null]], missing: 'normal' });
    expect(asked).toEqual([['high', 10 * minute]]);
    expect(await find(config, {})).toEqual({ said: [], missing: 'normal' });
  });

  it('is called by its class and place, which are no part of what tells it apart', async () => {
    const { found } = await findPattern(
      { kind: 'regressed', window_minutes: 10 },
      at,
      emptyEvidence({ regressedGroups: async () => [group] })
    );
    expect([...found.values()]).toMatchObject([{ labels, subject: 'TypeError in pay (cart.js)' }]);
  });

  it('fires with how many it reaches', async () => {
    const spreadGroups: Evidence['spreadGroups'] = async (by, least) => [{ group, number: by === 'users' ? least : 0 }];
    const config = { kind: 'spread', by: 'users', min: 20, window_minutes: 30 } as const;
    expect((await find(config, { spreadGroups })).said).toEqual([[labels, 'firing', 20]]);
  });
});

describe('a sequence', () => {
  const config: PatternCondition = {
    kind: 'sequence',
    a: { filters: [] },
    b: { filters: [] },
    expect_b: false,
    within_minutes: 10,
    window_minutes: 30,
    min_count: 5,
  };

  it('fires from so many on, and recovers below', async () => {
    expect((await find(config, { countSequences: async () => 5 })).said).toEqual([[{}, 'firing', 5]]);
    expect((await find(config, { countSequences: async () => 4 })).said).toEqual([[{}, 'normal', 4]]);
  });

  it('waits as long as B has time', async () => {
    const asked: unknown[] = [];
    await find(config, {
      countSequences: async ({ withinMs, expectB }) => asked.push([withinMs, expectB]),
    });
    expect(asked).toEqual([[10 * minute, false]]);
  });
});

describe('a service', () => {
  const health = { kind: 'health', service_name: '*', status: 'down', for_results: 2 } as const;
  type Status = 'healthy' | 'degraded' | 'down';
  const results = (...statuses: Status[]): Partial<Evidence> => ({
    latestResults: async () => [
      {
        ...{ app: 'shop', service: 'api', intervalMs: minute },
        results: statuses.map((status, index) => ({ status, at: seconds(30 + 60 * index) })),
      },
    ],
  });
  const service = { service_name: 'api', app: 'shop' };

  it.each<[string, Status[], string, number]>([
    ['all of its latest results are bad', ['down', 'down'], 'firing', 2],
    ['too few of them are', ['down', 'healthy'], 'normal', 1],
    ['there are too few', ['down'], 'normal', 1],
    ['they are bad, but not that bad', ['degraded', 'down'], 'normal', 0],
  ])('is judged where %s', async (_when, statuses, outcome, value) => {
    expect((await find(health, results(...statuses))).said).toEqual([[service, outcome, value]]);
  });

  it('that is down is degraded too', async () => {
    const degraded = { ...health, status: 'degraded' } as const;
    expect((await find(degraded, results('down', 'degraded'))).said).toEqual([[service, 'firing', 2]]);
  });

  it('that nobody has looked at for three intervals says nothing', async () => {
    const old: Partial<Evidence> = {
      latestResults: async () => [
        { app: '', service: 'api', intervalMs: minute, results: [{ status: 'down', at: seconds(181) }] },
      ],
    };
    expect((await find({ ...health, for_results: 1 }, old)).said).toEqual([[{ service_name: 'api' }, 'no data', null]]);
  });

  it('is asked for by its name, or with all others', async () => {
    const asked: unknown[] = [];
    const latestResults: Evidence['latestResults'] = async (name, count) => {
      asked.push([name, count]);
      return [];
    };
    await find(health, { latestResults });
    await find({ kind: 'health', service_name: 'api', status: 'down' }, { latestResults });
    expect(asked).toEqual([
      [undefined, 2],
      ['api', 1],
    ]);
  });

  it('fires while its certificate ends too soon, also when it has ended', async () => {
    const ends = (days: number): Partial<Evidence> => ({
      certificates: async () => [{ app: 'shop', service: 'api', expiresAt: at + days * 24 * 60 * minute }],
    });
    const config = { kind: 'certificate', days: 14 } as const;
    expect((await find(config, ends(13))).said).toEqual([[service, 'firing', 13]]);
    expect((await find(config, ends(-1))).said).toEqual([[service, 'firing', -1]]);
    expect((await find(config, ends(14))).said).toEqual([[service, 'normal', 14]]);
  });
});
