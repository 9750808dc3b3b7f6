import type { Query } from '../../../src/contract/query/Query';
import { day, hour, minute } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { column, queryDatabase, rowsOf } from './testing/queryDatabase';
import { seedShop, start } from './testing/seedShop';

forEachDatabase('numbers over stored rows', (db) => {
  const { ask, table, end } = queryDatabase(db);

  beforeAll(() => seedShop(db));

  describe('web vitals', () => {
    it('counts only the newest report of each vital', async () => {
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'count' })).toEqual([[5]]);
    });

    it('counts a vital where its newest report lies', async () => {
      const next = { range: { from: start + hour, to: start + 2 * hour } };
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'max' }, next)).toEqual([[2]]);
    });

    it('takes nearest-rank percentiles', async () => {
      // 800, 900, 2000, 3000, 5000
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p50' })).toEqual([[2000]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p75' })).toEqual([[3000]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p99' })).toEqual([[5000]]);
    });

    it('takes shares of vitals, not of reports', async () => {
      const share = (calculation: Query['calculation']) =>
        table({ kind: 'performance', metric: 'LCP', ...(calculation && { calculation }) });
      expect(await share('share_good')).toEqual([[60]]);
      expect(await share('share_needs_improvement')).toEqual([[20]]);
      expect(await share('share_poor')).toEqual([[20]]);
    });

    it('groups by fields of the device, the largest group first', async () => {
      expect(
        await table({ kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['browser', 'os'] })
      ).toEqual([
        ['Chrome', 'Android', 5000],
        ['Firefox', 'Linux', 3000],
        ['', '', 900],
      ]);
    });

    it('groups by metric where none was named', async () => {
      expect(await table({ kind: 'performance', calculation: 'p75', groupBy: ['metric_type'] })).toEqual([
        ['LCP', 3000],
        ['CLS', 0.05],
      ]);
    });
  });

  describe('time series', () => {
    it('gives one frame a group, the largest first, and no more points than asked for', async () => {
      const frames = await ask(
        { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
        { maxDataPoints: 4 }
      );
      expect(frames.map((frame) => frame.name)).toEqual(['/a', '/b']);
      expect(frames.map((frame) => frame.fields[1]?.labels)).toEqual([{ page_path: '/a' }, { page_path: '/b' }]);
      expect(column(frames[0], 'time')).toEqual([start]);
      expect(column(frames[0], 'value')).toEqual([5000]);
      expect(frames[0]?.fields[1]?.config).toMatchObject({ unit: 'ms', displayNameFromDS: '/a' });
    });

    it('keeps to the limit of groups and says how many there are', async () => {
      const frames = await ask({
        kind: 'performance',
        metric: 'LCP',
        calculation: 'p75',
        groupBy: ['page_path'],
        limit: 1,
      });
      expect(frames.map((frame) => frame.name)).toEqual(['/a']);
      expect(frames[0]?.meta?.notices).toEqual([{ severity: 'info', text: 'Showing the largest 1 of 2 groups' }]);
    });

    it('fills counts with zeros', async () => {
      const [frame] = await ask({ kind: 'events', calculation: 'count' }, { intervalMs: 10 * minute });
      expect(column(frame, 'value')).toEqual([2, 1, 1, 1, 0, 0]);
      expect(column(frame, 'time')?.[1]).toBe(start + 10 * minute);
    });

    it('divides rates by the seconds of the range that a bucket covers', async () => {
      const range = { from: start - minute, to: start + 5 * minute };
      const [frame] = await ask({ kind: 'events', calculation: 'rate' }, { range, intervalMs: 10 * minute });
      expect(column(frame, 'time')).toEqual([start - 10 * minute, start]);
      expect(column(frame, 'value')).toEqual([0, 2 / 300]);
    });
  });

  describe('counting', () => {
    it('counts unique users over ids and visitors, and says which', async () => {
      const [frame] = await ask({ kind: 'events', calculation: 'uniques_users', format: 'table' });
      expect(rowsOf(frame)).toEqual([[2]]);
      expect(frame?.meta?.custom).toMatchObject({ source: 'raw', uniqueIds: 'users and visitors' });
    });

    it('counts unique sessions', async () => {
      expect(await table({ calculation: 'uniques_sessions' })).toEqual([[4]]);
    });

    it('sums and averages metrics in their own unit', async () => {
      expect(await table({ kind: 'metrics', metric: 'API_RESPONSE_TIME', calculation: 'sum' })).toEqual([[40]]);
      const [frame] = await ask({ kind: 'metrics', metric: 'HEAP', calculation: 'avg', format: 'table' });
      expect(frame?.fields[0]?.config).toMatchObject({ unit: 'bytes' });
    });

    it('answers one row of 0, or of nothing, on an empty range', async () => {
      const range = { from: start - 300 * day, to: start - 299 * day };
      expect(await table({ calculation: 'count' }, { range })).toEqual([[0]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p75' }, { range })).toEqual([[null]]);
      expect(await table({ calculation: 'count', groupBy: ['page_path'] }, { range })).toEqual([]);
      const [frame] = await ask({ kind: 'performance', metric: 'LCP', groupBy: ['page_path'] }, { range });
      expect(frame?.fields.map((field) => field.values)).toEqual([[], []]);
    });
  });

  describe('bots', () => {
    const range = { from: start + 2 * hour, to: start + 3 * hour };

    it('are left out of analytics alone', async () => {
      expect(await table({ kind: 'events', calculation: 'count' }, { range })).toEqual([[1]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'count' }, { range })).toEqual([[1]]);
    });

    it('count, or do not, where the query says so', async () => {
      expect(await table({ kind: 'events', calculation: 'count', includeBots: true }, { range })).toEqual([[2]]);
      const vitals = { kind: 'performance', metric: 'LCP', calculation: 'count' } as const;
      expect(await table({ ...vitals, includeBots: false }, { range })).toEqual([[0]]);
    });

    it('can be asked for by field', async () => {
      expect(await table({ kind: 'events', calculation: 'count', groupBy: ['is_bot'] }, { range })).toEqual([
        ['false', 1],
        ['true', 1],
      ]);
      const filters: Query['filters'] = [{ field: 'is_bot', operator: '=', value: 'true' }];
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'max', filters }, { range })).toEqual([
        [9000],
      ]);
    });
  });

  describe('where visitors came from', () => {
    const range = { from: start + 2 * hour, to: start + 3 * hour };

    it('can be grouped by campaign and by the host of the referrer', async () => {
      const by = (...groupBy: string[]) =>
        table({ kind: 'events', calculation: 'count', includeBots: true, groupBy }, { range });
      expect(await by('utm_source')).toEqual([['letter', 2]]);
      expect(await by('utm_medium', 'utm_campaign')).toEqual([
        ['', 'spring', 1],
        ['mail', '', 1],
      ]);
      expect(await by('referrer_host')).toEqual([
        ['com.example', 1],
        ['search.example', 1],
      ]);
    });

    it('can be filtered by', async () => {
      const filters: Query['filters'] = [{ field: 'utm_medium', operator: '=', value: ['mail', 'post'] }];
      expect(await table({ kind: 'events', calculation: 'count', filters }, { range })).toEqual([[1]]);
      const host: Query['filters'] = [{ field: 'referrer_host', operator: '=~', value: '^com' }];
      expect(await table({ kind: 'events', calculation: 'count', filters: host }, { range })).toEqual([[1]]);
    });
  });

  describe('filters', () => {
    const count = async (...filters: NonNullable<Query['filters']>) =>
      (await table({ filters, calculation: 'count' }))[0]?.[0];

    it.each<[string, NonNullable<Query['filters']>[number], number]>([
      ['an app by name', { field: 'app', operator: '=', value: 'shop' }, 5],
      ['any of several apps', { field: 'app', operator: '=', value: ['shop', 'silent'] }, 5],
      ['no such app', { field: 'app', operator: '=', value: 'foreign' }, 0],
      ['another app', { field: 'app', operator: '!=', value: 'shop' }, 0],
      ['apps by a pattern', { field: 'app', operator: '=~', value: '^sh' }, 5],
      ['an attribute', { field: 'event_data.button', operator: '=', value: 'buy' }, 2],
      ['a missing attribute as the empty text', { field: 'event_data.button', operator: '=', value: '' }, 3],
      ['anything but a value, missing ones too', { field: 'event_data.button', operator: '!=', value: 'buy' }, 3],
      ['an attribute with a dot in its name', { field: 'event_data.http.method', operator: '=', value: 'GET' }, 1],
      ['the same in a nested object', { field: 'event_data.http.method', operator: '=', value: 'PUT' }, 1],
      ['an attribute as a number, where it is one', { field: 'event_data.price', operator: '>', value: 4 }, 2],
      ['numbers written as text', { field: 'event_data.price', operator: '<=', value: '5' }, 1],
      ['none of a list', { field: 'session_id', operator: '!=', value: ['s1', 's2'] }, 2],
      ['nothing for an empty list', { field: 'session_id', operator: '=', value: [] }, 0],
      ['a pattern', { field: 'event_type', operator: '=~', value: '^(page|user)_\\w+$' }, 5],
      ['the opposite of a pattern', { field: 'event_type', operator: '!~', value: 'view' }, 1],
      ['a quote', { field: 'event_name', operator: '=', value: "o'brien" }, 1],
      ['SQL that would drop everything', { field: 'event_name', operator: '=', value: "'; drop table apps; --" }, 0],
      ['SQL that would show everything', { field: 'event_name', operator: '=', value: "x' or '1'='1" }, 0],
      ['SQL in the name of an attribute', { field: "event_data.x' or 1=1 --", operator: '=', value: 'y' }, 0],
    ])('finds %s', async (_, filter, expected) => {
      expect(await count(filter)).toBe(expected);
    });

    it('compares numeric fields as numbers', async () => {
      const filters: Query['filters'] = [{ field: 'value', operator: '>=', value: 2000 }];
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'count', filters })).toEqual([[3]]);
    });

    it('refuses a field that is not there, naming it and the allowed ones', async () => {
      await expect(count({ field: 'page_url; drop table apps', operator: '=', value: 'x' })).rejects.toThrow(
        /^Unknown field "page_url; drop table apps" for events; allowed: app, environment, .*event_data\.<name>$/
      );
    });
  });

  describe('organisations', () => {
    it('never show each other’s rows', async () => {
      const who = { orgId: 2, seesPersonal: true };
      expect(await table({ calculation: 'count', groupBy: ['page_path', 'app'] }, { who })).toEqual([
        ['/foreign', 'foreign', 1],
      ]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'max' }, { who })).toEqual([[77]]);
      expect(await table({ calculation: 'count' }, { who: { orgId: 3, seesPersonal: true } })).toEqual([[0]]);
      const [values] = await ask({ kind: 'variables', field: 'app' }, { who });
      expect(column(values, 'value')).toEqual(['foreign']);
    });

    it('stay apart when their queries share connections', async () => {
      const counts = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const orgId = 1 + (index % 3);
          return [orgId, (await table({ calculation: 'count' }, { who: { orgId, seesPersonal: true } }))[0]?.[0]];
        })
      );
      expect(counts.every(([orgId, count]) => count === [5, 1, 0][Number(orgId) - 1])).toBe(true);
    });
  });

  it('leave no connection behind', () => end());
});
