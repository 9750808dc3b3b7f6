import { rawRetention } from '../../domain/ingest/retention';
import type { RawTable } from '../../domain/ingest/rows';
import { day } from '../../lib/duration';
import { expiredPartitions } from './expiredPartitions';

const now = Date.parse('2026-11-23T12:00:00Z');
const partition = (parent: RawTable, daysAgo: number) => ({
  parent,
  name: `${parent}_${new Date(now - daysAgo * day).toISOString().slice(0, 10).replace(/-/g, '')}`,
  state: 'attached' as const,
});

describe('expiredPartitions', () => {
  it.each<[RawTable, number]>([
    ['analytics_events', 90],
    ['error_logs', 90],
    ['performance_data', 30],
    ['monitoring_metrics', 30],
    ['system_health', 30],
    ['spans', 30],
  ])('keeps %s for %d days and the day that is partly older', (table, kept) => {
    const partitions = [kept + 2, kept + 1, kept, 1, 0, -7].map((daysAgo) => partition(table, daysAgo));
    expect(expiredPartitions(partitions, rawRetention, now)).toEqual(partitions.slice(0, 2));
  });

  it('keeps as long as the longest asks', () => {
    const old = [partition('spans', 40)];
    expect(expiredPartitions(old, { ...rawRetention, spans: 60 * day }, now)).toEqual([]);
    expect(expiredPartitions(old, rawRetention, now)).toEqual(old);
  });

  it('lets alone what it did not name', () => {
    const foreign = { parent: 'spans' as const, name: 'spans_old', state: 'attached' as const };
    const noDay = { parent: 'spans' as const, name: 'spans_20019999', state: 'attached' as const };
    expect(expiredPartitions([foreign, noDay], rawRetention, now)).toEqual([]);
  });
});
