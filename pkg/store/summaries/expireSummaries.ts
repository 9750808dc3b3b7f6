import type { Pool } from 'pg';
import { rowKinds, type RowKind } from '../../../src/contract/query/kinds';
import { rawRetention } from '../../domain/ingest/retention';
import { rawTables } from '../../domain/ingest/rows';
import { summaryRetention } from '../../domain/summaries/summaryRetention';
import { day, second } from '../../lib/duration';
import { kindsWithUniques, summaryTables } from './SummaryTable';

interface Expiry {
  table: string;
  tier: 'raw' | 'summary' | 'trend';
  data: string;
  /** Unless the organisation's policy says otherwise. */
  days: number;
  condition: string;
}

/** Rows of one statement, so that none is long. */
const mostRows = 20_000;

/**
 * Deletes summaries older than their organisation keeps them: minutes and hours as raw rows, days by their tier. Found by
 * the index of buckets, whole days at a time. Answers how many rows.
 * @param pool logs in as the jobs role
 */
export async function expireSummaries(pool: Pool, now: number): Promise<number> {
  const { rows: policies } = await pool.query<{ data: string; tier: string; days: number }>(
    'select data, tier, min(days) as days from retention_policies group by data, tier'
  );
  let deleted = 0;
  for (const expiry of rowKinds.flatMap(expiriesOf)) {
    const shortest = policies.find(({ data, tier }) => data === expiry.data && tier === expiry.tier)?.days;
    deleted += await expire(pool, expiry, Math.min(expiry.days, shortest ?? expiry.days), now);
  }
  return deleted;
}

function expiriesOf(kind: RowKind): Expiry[] {
  const { name, raw } = summaryTables[kind];
  const { data, summaryDays, trendDays } = summaryRetention[kind];
  const rawTable = rawTables.find((table) => table === raw);
  const rawDays = rawTable === undefined ? summaryDays : rawRetention[rawTable] / day;
  const own = { table: name, ofKind: '' };
  const uniques = { table: 'uniques_summary', ofKind: ` and s.kind = '${kind}'` };
  return [own, ...(kindsWithUniques.includes(kind) ? [uniques] : [])].flatMap(({ table, ofKind }): Expiry[] => [
    // A day more than raw rows: the last one may be gone in part.
    { table, data, tier: 'raw', days: rawDays + 1, condition: `s.grain in ('minute', 'hour')${ofKind}` },
    {
      table,
      data,
      tier: 'summary',
      days: summaryDays,
      condition: `s.grain = 'day'${trendDays === undefined ? '' : ` and s.dim <> ''`}${ofKind}`,
    },
    ...(trendDays === undefined
      ? []
      : [{ table, data, tier: 'trend' as const, days: trendDays, condition: `s.grain = 'day'${ofKind}` }]),
  ]);
}

async function expire(pool: Pool, expiry: Expiry, shortestDays: number, now: number): Promise<number> {
  const { table, tier, data, days, condition } = expiry;
  const latest = (now - shortestDays * day) / second;
  let deleted = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `delete from ${table} where ctid = any (array(
        select s.ctid from ${table} s left join retention_policies p
          on p.org_id = s.org_id and p.data = $1 and p.tier = $2
        where ${condition} and s.bucket < to_timestamp($3)
          and s.bucket < date_bin('1 day', to_timestamp($4) - make_interval(days => coalesce(p.days, $5)), 'epoch')
        limit ${mostRows}))`,
      [data, tier, latest, now / second, days]
    );
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < mostRows) {
      return deleted;
    }
  }
}
