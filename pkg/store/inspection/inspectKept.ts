import type { ClientBase } from 'pg';
import { type RetainedData, retainedData, type RetentionTier } from '../../../src/contract/retentionTable';
import { rawTables } from '../../domain/ingest/rows';
import { defaultDays } from '../../domain/retention/retentionRules';
import { dataOf } from '../maintenance/readLongestRetention';

/** What is kept of something. */
export interface Kept {
  /** The name of the table. */
  table: string;
  bytes: number;
  /** First UTC day of which there is something, `YYYY-MM-DD`; undefined: there is nothing. */
  since: string | undefined;
  /** Days that it is kept for the organisation that keeps it longest. */
  days: number;
}

interface Source {
  table: string;
  data: RetainedData;
  tier: RetentionTier;
  /** SQL of the first day. */
  since: string;
}

const firstDay = (table: string): string => `(select min(bucket) from ${table} where grain = 'day')::date`;

const sources: readonly Source[] = [
  { table: 'perf_summary', data: 'performance', tier: 'trend', since: firstDay('perf_summary') },
  { table: 'metrics_summary', data: 'metrics', tier: 'trend', since: firstDay('metrics_summary') },
  { table: 'events_summary', data: 'analytics', tier: 'summary', since: firstDay('events_summary') },
  { table: 'errors_summary', data: 'errors', tier: 'summary', since: firstDay('errors_summary') },
  { table: 'health_summary', data: 'health', tier: 'trend', since: firstDay('health_summary') },
  { table: 'uniques_summary', data: 'analytics', tier: 'summary', since: firstDay('uniques_summary') },
  {
    table: 'error_archives',
    data: 'errors',
    tier: 'archive',
    since: '(select min(timestamp) from error_archives)::date',
  },
  { table: 'behaviour_patterns', data: 'analytics', tier: 'pattern', since: '(select min(day) from behaviour_days)' },
  { table: 'consent_decisions', data: 'consent', tier: 'raw', since: '(select min(day) from consent_decisions)' },
  {
    table: 'silences',
    data: 'silences',
    tier: 'raw',
    since: '(select min(ends_at) from silences where ends_at < now())::date',
  },
];

/**
 * What is kept, since when, how large it is and for how long.
 * @param client logs in as the jobs role: the owner sees no rows
 */
export async function inspectKept(client: Pick<ClientBase, 'query'>): Promise<Kept[]> {
  await client.query(`set timezone to 'UTC'`);
  const longest = await readLongest(client);
  const { rows: raw } = await client.query<{ name: string; bytes: string; since: string | null }>(
    `select t.name, coalesce(sum(pg_total_relation_size(c.oid)), 0)::text as bytes,
        to_char(to_date(min(right(c.relname, 8)) filter (where pg_relation_size(c.oid) > 0), 'YYYYMMDD'), 'YYYY-MM-DD') as since
      from unnest($1::text[]) with ordinality as t (name, position)
      left join (
        pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'raw'
      ) on i.inhparent = ('raw.' || t.name)::regclass
      group by t.name, t.position order by t.position`,
    [rawTables]
  );
  const kept = rawTables.flatMap((table): Kept[] => {
    const found = raw.find(({ name }) => name === table);
    return found ? [keptOf(table, found, longest(dataOf[table], 'raw'))] : [];
  });
  for (const { table, data, tier, since } of sources) {
    const { rows } = await client.query<{ bytes: string; since: string | null }>(
      `select pg_total_relation_size($1::regclass)::text as bytes, to_char(${since}, 'YYYY-MM-DD') as since`,
      [table]
    );
    kept.push(...rows.map((found) => keptOf(table, found, longest(data, tier))));
  }
  return kept;
}

function keptOf(table: string, { bytes, since }: { bytes: string; since: string | null }, days: number): Kept {
  return { table, bytes: Number(bytes), since: since ?? undefined, days };
}

async function readLongest(
  client: Pick<ClientBase, 'query'>
): Promise<(data: RetainedData, tier: RetentionTier) => number> {
  const { rows } = await client.query<{ data: RetainedData; tier: RetentionTier; days: number }>(
    'select data, tier, max(days) as days from retention_policies where data = any ($1) group by data, tier',
    [retainedData]
  );
  return (data, tier) =>
    Math.max(defaultDays(data, tier) ?? 0, rows.find((row) => row.data === data && row.tier === tier)?.days ?? 0);
}
