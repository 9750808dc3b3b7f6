import type { Pool } from 'pg';
import { day } from '../../pkg/lib/duration';

export interface FilledCheck {
  id: string;
  service_name: string;
}

export interface Filling {
  /** Epoch milliseconds. */
  from: number;
  to: number;
  everySeconds: number;
}

/**
 * Results of checks as the server keeps them, made by the database itself: answers of some 100 ms, slower by day, with an
 * outage of half an hour on every ninth day of each check or so. With the marks that results leave.
 */
export async function fillResults(
  jobs: Pool,
  checks: readonly FilledCheck[],
  { from, to, everySeconds }: Filling
): Promise<void> {
  const ids = checks.map(({ id }) => id);
  const names = checks.map(({ service_name: name }) => name);
  for (let start = from; start < to; start += day) {
    const end = Math.min(start + day, to);
    await jobs.query(
      `select raw.ensure_partition('system_health', (to_timestamp($1::float8 / 1000) at time zone 'UTC')::date + d)
        from generate_series(0, 1) d`,
      [start]
    );
    await jobs.query(
      `insert into raw.system_health (id, org_id, app_id, check_id, checked_at, service_name, status, response_time_ms,
          error_rate, last_error, metadata)
        select gen_random_uuid(), 1, checks_app(1), id, at, name, status, case when status <> 'down' then ms end,
          case status when 'down' then 1 else 0 end, case status when 'down' then 'status is 503, expected: < 300' end,
          jsonb_build_object('check_id', id, 'kind', 'http', 'interval_seconds', $5::int, 'location', 'bench', 'attempts', 1,
            'assertions', '[]'::jsonb, 'details', jsonb_build_object('status', 200, 'http_version', '2'), 'phases',
            jsonb_build_object('dns', ms * 0.05, 'connect', ms * 0.1, 'tls', ms * 0.2, 'first_byte', ms * 0.6, 'transfer', ms * 0.05))
        from (
          select id, name, at, ms, case
              when (hashtext(name) + floor(extract(epoch from at) / 86400))::bigint % 9 = 0
                and extract(epoch from at)::bigint % 86400 between 36000 and 37800 then 'down'
              when ms > 400 then 'degraded' else 'healthy' end as status
          from (
            select id, name, at, (60 + abs(hashtext(name)) % 80) * (1.3 - 0.3 * cos(6.283185 * extract(epoch from at) / 86400))
              * exp(0.35 * sqrt(-2 * ln(1 - random())) * cos(6.283185 * random())) as ms
            from unnest($3::uuid[], $4::text[]) c (id, name),
              generate_series($1::timestamptz, $2::timestamptz - interval '1 millisecond', make_interval(secs => $5::int)) at
          ) measured
        ) judged`,
      [new Date(start), new Date(end), ids, names, everySeconds]
    );
    await jobs.query(
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select 1, checks_app(1), at, 'health', 'hour'
        from generate_series(date_bin('1 hour', $1, 'epoch'), $2::timestamptz - interval '1 millisecond', interval '1 hour') at`,
      [new Date(start), new Date(end)]
    );
  }
  await jobs.query(
    `update health_checks set uptime_dirty_from = least(coalesce(uptime_dirty_from, $2), $2) where id = any($1::uuid[])`,
    [ids, new Date(from)]
  );
}
