import type { Query } from '../../../src/contract/query/Query';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { column } from '../query/testing/queryDatabase';
import { forEachDatabase } from '../testing/forEachDatabase';
import { sampleRows } from '../testing/sampleRows';
import { SummaryDatabase } from './testing/summaryDatabase';

const start = startOfDay(systemClock.now()) - 5 * day;
const range = { from: start + 20 * minute, to: start + 3 * day };

forEachDatabase('lists from summaries', (db) => {
  let database: SummaryDatabase;
  let app: string;

  const vital = (at: number, release: string, environment = 'production', metric_id: string | null = null) =>
    sampleRows.performance({ app_id: app, timestamp: start + at, release, environment, metric_id, page_path: '/' });
  const event = (at: number, page_path: string | null) =>
    sampleRows.event({ app_id: app, timestamp: start + at, page_path, event_type: 'page_view' });

  /** The answer of summaries and that of raw rows, as text. */
  const both = async (query: Partial<Query>): Promise<string[]> => {
    const filters = [...(query.filters ?? []), { field: 'app', operator: '=' as const, value: 'shop' }];
    const { summed, raw } = await database.both({ ...query, filters }, range);
    return [summed, raw].map(({ frames }) => JSON.stringify(frames.map(({ fields }) => fields.map((f) => f.values))));
  };

  beforeAll(async () => {
    database = new SummaryDatabase(db);
    app = await database.app('shop');
    await database.write({
      analytics_events: [
        event(1 * hour, '/cart'),
        event(30 * hour, '/cart'),
        event(31 * hour, '/%_Sale'),
        event(50 * hour, null),
        event(80 * hour, '/after the range'),
      ],
      performance_data: [
        vital(-2 * hour, '1.0'),
        vital(10 * minute, '1.1'),
        vital(25 * minute, '1.1'),
        vital(25 * minute, '1.0'),
        vital(26 * hour + 7 * minute, '2.0'),
        vital(26 * hour + 9 * minute, '2.0', 'test'),
        vital(27 * hour, '2.0'),
        // Both are reports of one vital, of which the newer counts.
        vital(40 * hour + 3 * minute, '2.1', 'test', 'v'),
        vital(40 * hour + 5 * minute, '2.1', 'test', 'v'),
      ],
    });
    await database.refresh(start + 5 * day);
  });

  it.each<Partial<Query>>([
    { of: 'events', field: 'page_path' },
    { of: 'events', field: 'event_type' },
    { of: 'performance', field: 'release' },
    { of: 'performance', field: 'environment', filters: [{ field: 'release', operator: '=', value: '2.1' }] },
    { of: 'performance', field: 'rating' },
    { of: 'events', field: 'page_url' },
  ])('hold the values that raw rows have: %j', async (query) => {
    const [summed, raw] = await both({ kind: 'variables', ...query });
    expect(summed).toBe(raw);
  });

  it.each<Partial<Query>>([{}, { filters: [{ field: 'environment', operator: '=', value: 'test' }] }, { limit: 1 }])(
    'hold the releases that raw rows have, from their first row on: %j',
    async (query) => {
      const [summed, raw] = await both({ kind: 'annotations', of: 'releases', ...query });
      expect(summed).toBe(raw);
      expect(summed).toContain('2.');
    }
  );

  it('need no raw rows: a release without any begins with its hour', async () => {
    await database.asJobs(`delete from raw.analytics_events where app_id = $1`, [app]);
    await database.asJobs(`delete from raw.performance_data where app_id = $1`, [app]);
    const values = await database.both({ kind: 'variables', of: 'events', field: 'page_path' }, range);
    expect(column(values.summed.frames[0], 'value')).toEqual(['/%_Sale', '/cart']);
    expect(column(values.raw.frames[0], 'value')).toEqual([]);
    const marks = await database.both({ kind: 'annotations' }, range);
    expect(column(marks.summed.frames[0], 'title')).toEqual(['Release 2.0', 'Release 2.1']);
    expect(column(marks.summed.frames[0], 'time')).toEqual([start + 26 * hour, start + 40 * hour]);
  });

  it('leave no connection behind', () => database.end());
});
