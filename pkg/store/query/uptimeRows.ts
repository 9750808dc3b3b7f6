import { sql } from 'kysely';
import type { AggregatePlan } from '../../domain/query/QueryPlan';
import { hour } from '../../lib/duration';
import type { Fragment } from './compileStatement';
import { filterCondition } from './filterCondition';
import { instant } from './rawTable';

/** Results before the range still say how it began: three intervals of a check that runs every two hours. */
const lookBack = 6 * hour;

/**
 * The times during which each service was observed, one row a span (cut at the buckets' edges): `starts`, `seconds`,
 * `status`, `app_id`, `service_name`, `check_id`. A result's status lasts until the next one of its check, or of what the
 * app reports under that name, three intervals at most, never beyond now; after that nobody was looking. The interval is
 * what the result itself says (`metadata.interval_seconds`), else the median gap between the service's results, else a
 * minute. Announced maintenance counts as nothing.
 */
export function uptimeRows({ range, filters, bucketMs, bucketFrom = 0, now }: AggregatePlan): Fragment {
  const conditions = [
    sql`t.checked_at >= ${instant(range.from - lookBack)}`,
    sql`t.checked_at < ${instant(range.to)}`,
    ...filters.map((filter) => filterCondition(filter, 'health')),
  ];
  const spans = sql`
    with results as (
      select t.app_id, t.service_name, t.check_id, coalesce(t.check_id::text, t.service_name) as source, t.status, t.checked_at, t.metadata,
        t.metadata -> 'in_maintenance' is not distinct from 'true' as planned,
        lead(t.checked_at) over (partition by t.app_id, coalesce(t.check_id::text, t.service_name) order by t.checked_at, t.id) as next_at
      from raw.system_health t where ${sql.join(conditions, sql` and `)}
    ), gaps as (
      select app_id, source,
        percentile_disc(0.5) within group (order by next_at - checked_at) as usual
      from results where next_at > checked_at group by app_id, source
    ), spans as (
      select s.app_id, s.service_name, s.check_id, s.status, s.planned, greatest(s.checked_at, ${instant(range.from)}) as starts,
        least(s.next_at, ${instant(Math.min(range.to, now))}, s.checked_at + 3 * coalesce(
          case when jsonb_typeof(s.metadata -> 'interval_seconds') = 'number'
            then make_interval(secs => least(greatest((s.metadata ->> 'interval_seconds')::numeric, 1), 86400)::float8)
          end,
          g.usual, interval '1 minute')) as ends
      from results s left join gaps g on g.app_id = s.app_id and g.source = s.source
    )`;
  if (bucketMs === undefined) {
    return sql`(${spans}
      select app_id, service_name, check_id, status, starts as bucket, extract(epoch from ends - starts)::float8 as seconds
      from spans where ends > starts and not planned)`;
  }
  const width = sql`make_interval(secs => ${bucketMs / 1000}::float8)`;
  return sql`(${spans}
    select app_id, service_name, check_id, status, bucket,
      extract(epoch from least(ends, bucket + ${width}) - greatest(starts, bucket))::float8 as seconds
    from spans, generate_series(date_bin(${width}, starts, ${instant(bucketFrom)}), ends - interval '1 microsecond', ${width}) bucket
    where ends > starts and not planned)`;
}
