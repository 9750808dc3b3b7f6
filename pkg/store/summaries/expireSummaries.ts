import type { Pool } from 'pg';
import { rowKinds, type RowKind } from '../../../src/contract/query/kinds';
import { rawRetention } from '../../domain/ingest/retention';
import { rawTables } from '../../domain/ingest/rows';
import { summaryRetention } from '../../domain/summaries/summaryRetention';
import { day, second } from '../../lib/duration';
import { kindsWithUniques, summaryTables } from './SummaryTable';

interface Expiry {
  table: string;
  kind: RowKind;
  tier: 'raw' | 'summary' | 'trend';
  data: string;
  /** Unless the organisation's policy says otherwise. */
  days: number;
  condition: string;
}

/** Rows of one statement, so that none is long. */
const mostRows = 20_000;

/**
 * Deletes summaries older than their organisation keeps them: what is shorter than a day as raw rows, days by their tier. A week loses
 * the days that go: it is marked, and added up anew. Found by the index of buckets, whole days at a time. Answers how many rows.
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
    {
      table,
      kind,
      data,
      tier: 'raw',
      days: rawDays + 1,
      condition: `s.grain in ('minute', 'hour', 'six_hours')${ofKind}`,
    },
    {
      table,
      kind,
      data,
      tier: 'summary',
      days: summaryDays,
      condition: `s.grain = 'day'${trendDays === undefined ? '' : ` and s.dim <> ''`}${ofKind}`,
    },
    ...(trendDays === undefined
      ? []
      : [{ table, kind, data, tier: 'trend' as const, days: trendDays, condition: `s.grain = 'day'${ofKind}` }]),
  ]);
}

async function expire(pool: Pool, expiry: Expiry, shortestDays: number, now: number): Promise<number> {
  const { table, kind, tier, data, days, condition } = expiry;
  const latest = (now - shortestDays * day) / second;
  let deleted = 0;
  for (;;) {
    const { rows } = await pool.query<{ gone: number }>(
      `with gone as (
        delete from ${table} where ctid = any (array(
          select s.ctid from ${table} s left join retention_policies p
            on p.org_id = s.org_id and p.data = $1 and p.tier = $2
          where ${condition} and s.bucket < to_timestamp($3)
            and s.bucket < date_bin('1 day', to_timestamp($4) - make_interval(days => coalesce(p.days, $5)), 'epoch')
          limit ${mostRows}))
        returning org_id, app_id, bucket, grain
      ), marked as (
        insert into summary_dirty (org_id, app_id, bucket, kind, grain)
          select distinct org_id, app_id, date_bin('7 days', bucket, 'epoch'), '${kind}', 'week'
          from gone where grain = 'day'
      )
      select count(*)::int as gone from gone`,
      [data, tier, latest, now / second, days]
    );
    const gone = rows[0]?.gone ?? 0;
    deleted += gone;
    if (gone < mostRows) {
      return deleted;
    }
  }
}
