import type { Query } from '../../../src/contract/query/Query';
import { planAggregate } from '../../domain/query/planAggregate';
import { hour } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { aggregateStatement } from './aggregateStatement';
import { compileStatement } from './compileStatement';
import { isCovered } from './isCovered';
import { seededHour, seedShop, start } from './testing/seedShop';

function planOf(part: Partial<Query>) {
  return planAggregate(
    { refId: 'A', kind: 'performance', ...part },
    'performance',
    { ...seededHour, intervalMs: hour },
    start + hour
  );
}

const country = { field: 'country', operator: '=' as const, value: 'DE' };
const covered: Array<Partial<Query>> = [
  { metric: 'LCP', calculation: 'p75', groupBy: ['page_path', 'release'], format: 'table' },
  {
    metric: 'LCP',
    calculation: 'p75',
    groupBy: ['page_path'],
    filters: [country, { field: 'environment', operator: '!=', value: 'x' }],
  },
  { metric: 'LCP', calculation: 'share_good', filters: [country] },
  { metric: 'LCP', calculation: 'count', groupBy: ['rating', 'page_path'], filters: [country], includeBots: false },
];

describe('isCovered', () => {
  it('is so for one metric by the fields of the index', () => {
    expect(covered.map((part) => isCovered(planOf(part)))).toEqual(covered.map(() => true));
    expect(isCovered(planOf({ metric: 'LCP', calculation: 'p75', groupBy: ['browser', 'country'] }))).toBe(true);
  });
  it('is not so for several metrics, other fields, attributes, and people', () => {
    expect(isCovered(planOf({ calculation: 'count' }))).toBe(false);
    expect(isCovered(planOf({ metric: 'LCP', groupBy: ['page_url'] }))).toBe(false);
    expect(isCovered(planOf({ metric: 'LCP', groupBy: ['metadata.element'] }))).toBe(false);
    expect(isCovered(planOf({ metric: 'LCP', calculation: 'uniques_sessions' }))).toBe(false);
  });
});

forEachDatabase('the covering index', (db) => {
  beforeAll(() => seedShop(db));

  it('is all that is read of the vitals', async () => {
    for (const part of covered) {
      const { text, values } = compileStatement(aggregateStatement(planOf(part), 100));
      const plan = await withClient(db.urlFor('query'), async (client) => {
        // A handful of rows is read whole, where nobody says otherwise.
        await client.query(
          `begin; set local seamark.org_id = '1'; set local enable_seqscan = off; set local enable_bitmapscan = off`
        );
        const { rows } = await client.query<Record<string, string>>(`explain (costs off) ${text}`, [...values]);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
      expect(plan).toMatch(/Index Only Scan using performance_data_\d+_metric_type_timestamp_/);
      expect(plan).not.toMatch(/(?<!Only )Scan (using \S+ )?on performance_data_/);
    }
  });
});
