import { emptyEvidence } from '../evidence/emptyEvidence';
import { labelsKey, type Labels } from '../labels/labelsKey';
import { readCondition } from '../rules/readCondition';
import type { Ask } from './Ask';
import { findVerdicts } from './findVerdicts';

const minute = 60_000;
const at = Date.parse('2026-11-23T12:00:00Z');

const isWithin = (time: number, from: number, to: number): boolean => time >= from && time < to;

/** Rows of a page with a value each, answered as the database would. */
class Rows {
  readonly asked: string[] = [];
  private readonly rows: Array<{ minutesAgo: number; labels: Labels; value: number }> = [];

  add(minutesAgo: number, page: string, ...values: number[]): this {
    values.forEach((value) => this.rows.push({ minutesAgo, labels: { page_path: page }, value }));
    return this;
  }

  readonly evidence = emptyEvidence({
    values: (query, window) => this.ask(query, window),
    countMatches: async (_text, { from, to }) => {
      const errors = this.rows.filter(({ minutesAgo }) => isWithin(at - minutesAgo * minute, from, to)).length;
      return { errors, users: errors };
    },
  });

  private readonly ask: Ask = async ({ calculation = 'count', groupBy = [] }, { from, to }) => {
    this.asked.push(calculation);
    const groups = new Map<string, { labels: Labels; values: number[] }>();
    if (groupBy.length === 0) {
      groups.set(labelsKey({}), { labels: {}, values: [] });
    }
    for (const { minutesAgo, labels, value } of this.rows) {
      const time = at - minutesAgo * minute;
      if (isWithin(time, from, to)) {
        const own = groupBy.length === 0 ? {} : labels;
        const group = groups.get(labelsKey(own)) ?? { labels: own, values: [] };
        group.values.push(value);
        groups.set(labelsKey(own), group);
      }
    }
    return new Map(
      [...groups].map(([key, { labels, values }]) => {
        const value = calculation === 'max' ? (values.length === 0 ? null : Math.max(...values)) : values.length;
        return [key, { labels, value }];
      })
    );
  };
}

async function find(rows: Rows, type: 'threshold' | 'trend' | 'pattern', config: Record<string, unknown>) {
  const { found, missing } = await findVerdicts(
    readCondition(type, { delay_seconds: 0, ...config }),
    at,
    rows.evidence
  );
  const said = [...found.values()].map(({ labels, verdict }) => [
    labels.page_path ?? 'all',
    verdict.observation.outcome,
    verdict.value,
  ]);
  return { said, missing: missing?.observation.outcome };
}

const slowest = { kind: 'performance', metric: 'LCP', calculation: 'max', groupBy: ['page_path'] };
const count = { kind: 'errors', calculation: 'count' };

describe('threshold', () => {
  const poor = { query: slowest, window_minutes: 5, operator: '>', value: 2500 };

  it('judges each group by its own value', async () => {
    const rows = new Rows().add(1, '/a', 3000, 10).add(1, '/b', 20).add(9, '/b', 9000);
    expect(await find(rows, 'threshold', poor)).toEqual({
      said: [
        ['/a', 'firing', 3000],
        ['/b', 'normal', 20],
      ],
      missing: 'no data',
    });
  });

  it('asks how many rows there were only where the rule wants more than one', async () => {
    const rows = new Rows().add(1, '/a', 3000).add(1, '/b', 3000, 3000);
    const { said } = await find(rows, 'threshold', { ...poor, min_samples: 2 });
    expect(said).toEqual([
      ['/a', 'no data', null],
      ['/b', 'firing', 3000],
    ]);
    expect(rows.asked).toEqual(['max', 'count']);
    const plain = new Rows();
    await find(plain, 'threshold', { ...poor, min_samples: 1 });
    expect(plain.asked).toEqual(['max']);
  });

  it('of a count takes no rows for zero: also of a group that has gone', async () => {
    const few = { query: { ...count, groupBy: ['page_path'] }, window_minutes: 5, operator: '>', value: 0 };
    expect(await find(new Rows(), 'threshold', few)).toEqual({ said: [], missing: 'normal' });
    expect(await find(new Rows(), 'threshold', { ...few, query: count })).toMatchObject({
      said: [['all', 'normal', 0]],
    });
  });

  it('passes on why a query failed', async () => {
    const broken = readCondition('threshold', poor);
    const failing = emptyEvidence({ values: () => Promise.reject(new Error('took too long')) });
    await expect(findVerdicts(broken, at, failing)).rejects.toThrow('took too long');
  });
});

describe('trend', () => {
  it('compares windows, and knows a group of the earlier one that has gone', async () => {
    const rows = new Rows().add(70, '/a', 1, 1).add(10, '/a', 1, 1, 1).add(70, '/gone', 1);
    const config = { query: { ...count, groupBy: ['page_path'] }, window_minutes: 60, compare: 'previous_window' };
    const { said } = await find(rows, 'trend', { ...config, change: 'percent', operator: '>', value: 30 });
    expect(said).toEqual([
      ['/a', 'firing', 50],
      ['/gone', 'normal', -100],
    ]);
  });

  it('follows a steady rise over windows', async () => {
    const rows = new Rows();
    [6, 5, 4, 3, 2, 1].forEach((ago, index) => rows.add(ago * 60 - 1, '/a', 100 + 20 * index));
    const config = { query: slowest, window_minutes: 60, windows: 6, direction: 'rise', min_change_percent: 5 };
    expect((await find(rows, 'trend', config)).said).toMatchObject([['/a', 'firing', expect.closeTo(13.3, 1)]]);
  });
});

describe('pattern', () => {
  const message = { kind: 'message', regex: 'timeout', window_minutes: 5, min_count: 3 };

  it('message: fires from so many errors on', async () => {
    expect((await find(new Rows().add(1, '/', 0, 0, 0), 'pattern', message)).said).toEqual([['all', 'firing', 3]]);
    expect((await find(new Rows().add(1, '/', 0, 0), 'pattern', message)).said).toEqual([['all', 'normal', 2]]);
  });

  it('message: also fires for so many users', async () => {
    const config = { ...message, min_users: 2 };
    expect((await find(new Rows().add(1, '/', 0, 0), 'pattern', config)).said).toEqual([['all', 'firing', 2]]);
    expect((await find(new Rows(), 'pattern', config)).said).toEqual([['all', 'normal', 0]]);
  });

  it('rate: is by the minute', async () => {
    const rows = new Rows().add(1, '/', ...Array.from({ length: 11 }, () => 0));
    const config = { kind: 'rate', query: count, window_minutes: 5, per_minute_above: 2 };
    expect((await find(rows, 'pattern', config)).said).toEqual([['all', 'firing', 2.2]]);
    expect((await find(rows, 'pattern', { ...config, per_minute_above: 2.2 })).said).toEqual([['all', 'normal', 2.2]]);
  });

  it('absence: fires where there was something a day before, and only there', async () => {
    const config = { kind: 'absence', query: { ...count, groupBy: ['page_path'] }, for_minutes: 15 };
    const rows = new Rows()
      .add(24 * 60 + 5, '/gone', 1)
      .add(24 * 60 + 5, '/here', 1)
      .add(5, '/here', 1)
      .add(5, '/new', 1);
    expect(await find(rows, 'pattern', config)).toEqual({
      said: [
        ['/gone', 'firing', 0],
        ['/here', 'normal', 1],
        ['/new', 'normal', 1],
      ],
      missing: undefined,
    });
    expect((await find(new Rows(), 'pattern', { ...config, query: count })).said).toEqual([]);
  });

  it('absence: fires whatever was the day before, where that is asked for', async () => {
    const config = { kind: 'absence', query: count, for_minutes: 15, only_if_seen_yesterday: false };
    expect((await find(new Rows(), 'pattern', config)).said).toEqual([['all', 'firing', 0]]);
  });
});
