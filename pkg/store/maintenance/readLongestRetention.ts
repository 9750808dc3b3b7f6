import type { Pool } from 'pg';
import type { RetainedData } from '../../../src/contract/retentionTable';
import { rawRetention } from '../../domain/ingest/retention';
import { rawTables, type RawTable } from '../../domain/ingest/rows';
import { day } from '../../lib/duration';

/** How `retention_policies.data` calls what a raw table holds. */
export const dataOf: Readonly<Record<RawTable, RetainedData>> = {
  analytics_events: 'analytics',
  performance_data: 'performance',
  error_logs: 'errors',
  system_health: 'health',
  monitoring_metrics: 'metrics',
  spans: 'spans',
};

/**
 * How long raw rows must be kept for any organisation, in milliseconds: the default, for most have set nothing, or the
 * longest that one has set.
 */
export async function readLongestRetention(pool: Pool): Promise<Record<RawTable, number>> {
  const { rows } = await pool.query<{ data: string; days: number }>(
    `select data, max(days) as days from retention_policies where tier = 'raw' group by data`
  );
  const set = new Map(rows.map(({ data, days }) => [data, days * day]));
  const longest = { ...rawRetention };
  for (const table of rawTables) {
    longest[table] = Math.max(rawRetention[table], set.get(dataOf[table]) ?? 0);
  }
  return longest;
}
