import type { Pool } from 'pg';
import type { KeptData, RetentionPolicy } from '../../../src/contract/resources/retention';
import type { RetainedData, RetentionTier } from '../../../src/contract/retentionTable';
import { goesOn } from '../../domain/retention/goesOn';
import { isSame } from '../../domain/retention/retentionRules';
import { withOrganisation } from '../connections/withOrganisation';
import { isoDay } from '../partitions/daysAhead';

/** Where something is kept. */
interface Place {
  data: RetainedData;
  tier: RetentionTier;
  /** Whose size it is; empty: another tier of the same table says it. */
  tables: readonly string[];
  /** SQL of the time of the oldest row of app `a`. */
  oldest: string;
  /** The role that may see it. */
  role?: 'app';
}

const first = (table: string, column: string, more = ''): string =>
  `select ${column} as at from ${table} t where t.app_id = a.id ${more} order by ${column} limit 1`;

/** The same for a column of days, whatever the time zone of the connection. */
const firstDay = (table: string): string =>
  `select at::timestamp at time zone 'UTC' as at from (${first(table, 'day')}) d`;

const raw = (data: RetainedData, table: string, time = 'timestamp'): Place => ({
  data,
  tier: 'raw',
  tables: [`raw.${table}`],
  oldest: first(`raw.${table}`, time),
});

/** Totals of days outlive the other rows of their days where there is a trend. */
const days = (data: RetainedData, tier: 'summary' | 'trend', table: string, tables = [table]): Place => ({
  data,
  tier,
  tables: tier === 'trend' ? [] : tables,
  oldest: first(table, 'bucket', `and grain = 'day' and dim ${tier === 'trend' ? '=' : '<>'} ''`),
});

const places: readonly Place[] = [
  raw('analytics', 'analytics_events'),
  days('analytics', 'summary', 'events_summary', ['events_summary', 'uniques_summary']),
  {
    data: 'analytics',
    tier: 'pattern',
    tables: ['behaviour_patterns'],
    oldest: firstDay('behaviour_patterns'),
  },
  raw('performance', 'performance_data'),
  days('performance', 'summary', 'perf_summary'),
  days('performance', 'trend', 'perf_summary'),
  raw('errors', 'error_logs'),
  days('errors', 'summary', 'errors_summary', ['errors_summary', 'error_groups', 'error_group_hours']),
  { data: 'errors', tier: 'archive', tables: ['error_archives'], oldest: first('error_archives', 'timestamp') },
  raw('health', 'system_health', 'checked_at'),
  days('health', 'summary', 'health_summary'),
  days('health', 'trend', 'health_summary'),
  raw('metrics', 'monitoring_metrics'),
  days('metrics', 'summary', 'metrics_summary'),
  days('metrics', 'trend', 'metrics_summary'),
  raw('spans', 'spans'),
  {
    data: 'consent',
    tier: 'raw',
    tables: ['consent_decisions'],
    oldest: firstDay('consent_decisions'),
    role: 'app',
  },
  {
    data: 'silences',
    tier: 'raw',
    tables: ['silences'],
    // Those of the organisation: they belong to no app.
    oldest: 'select ends_at as at from silences where ends_at < now() order by ends_at limit 1',
    role: 'app',
  },
];

interface Found {
  bytes: string;
  since: string | null;
}

/** What an organisation has of each tier, since when, and when the oldest of it goes by its own policies. */
export async function readKept(
  pools: Readonly<Record<'app' | 'query', Pool>>,
  orgId: number,
  policies: readonly RetentionPolicy[]
): Promise<KeptData[]> {
  const kept: KeptData[] = [];
  for (const place of places) {
    const { rows } = await withOrganisation(pools[place.role ?? 'query'], orgId, (client) =>
      client.query<Found>(statementOf(place), [place.tables])
    );
    kept.push(...rows.map((found) => keptOf(place, found, policies)));
  }
  return kept;
}

/** An app at a time: each finds its oldest row by the index, and no index goes by organisation. */
function statementOf({ oldest }: Place): string {
  return `select
    (select coalesce(sum(pg_total_relation_size(part.relid)), 0)
      from unnest($1::text[]) t (name), lateral (
        select t.name::regclass::oid as relid union all select inhrelid from pg_inherits where inhparent = t.name::regclass
      ) part)::text as bytes,
    (select to_char(min(x.at at time zone 'UTC'), 'YYYY-MM-DD')
      from (select id from apps
        union all select checks_app(nullif(current_setting('seamark.org_id', true), '')::bigint)) a,
        lateral (${oldest}) x) as since`;
}

function keptOf(
  { data, tier, tables }: Place,
  { bytes, since }: Found,
  policies: readonly RetentionPolicy[]
): KeptData {
  const kept = policies.find(isSame({ data, tier }))?.days ?? 0;
  return {
    data,
    tier,
    bytes: tables.length === 0 ? null : Number(bytes),
    since,
    goes_on: since === null ? null : isoDay(goesOn(since, kept)),
  };
}
