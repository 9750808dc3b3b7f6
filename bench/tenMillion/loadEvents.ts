import type { Pool } from 'pg';
import { day, hour } from '../../pkg/lib/duration';

const devices = 12;

/** Ids of so many apps. */
export function benchApps(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `018f0000-0000-7000-8000-${String(index).padStart(10, '0')}be`);
}

/** As management makes apps, and the devices their pages are seen with. */
export async function makeApps(app: Pool, ingest: Pool, ids: readonly string[]): Promise<void> {
  const client = await app.connect();
  await client.query('begin');
  await client.query(`select set_config('seamark.org_id', '1', true)`);
  await client.query(
    `insert into apps (id, org_id, name, consent_mode, without_consent)
      select id, 1, 'shop ' || place, 'off', 'anonymous' from unnest($1::uuid[]) with ordinality a (id, place)
      on conflict do nothing`,
    [ids]
  );
  await client.query('commit');
  client.release();
  await ingest.query(
    `insert into raw.devices (id, org_id, app_id, info)
      select d, 1, app_id, jsonb_build_object('browser', (array['Chrome', 'Safari', 'Firefox', 'Edge'])[1 + d % 4],
        'os', (array['Windows', 'Android', 'macOS', 'Linux'])[1 + d % 4], 'device_type', (array['desktop', 'mobile', 'tablet'])[1 + d % 3])
      from unnest($1::uuid[]) app_id, generate_series(1, $2::int) d on conflict do nothing`,
    [ids, devices]
  );
}

/** Columns that both kinds of rows have; 300 pages and 200,000 visitors, a few of which come often. */
const visit = `gen_random_uuid() as id, 1 as org_id,
  ($1::uuid[])[1 + floor(random() * array_length($1::uuid[], 1))::int] as app_id,
  $2::timestamptz + make_interval(secs => (i + random()) * $3::float8) as timestamp, false as is_bot,
  1 + floor(random() * ${devices})::bigint as device_id,
  '/page/' || floor(300 * power(random(), 2))::int as page_path,
  md5('v' || floor(200000 * power(random(), 1.5))::int)::uuid as visitor_id,
  's' || floor(random() * 500000)::int as session_id,
  (array['DE', 'FR', 'US', 'GB', 'ES', 'IT'])[1 + floor(6 * power(random(), 2))::int] as country,
  'r' || (extract(day from $2::timestamptz)::int / 3) as release, 'production' as environment`;
const visitColumns =
  'id, org_id, app_id, timestamp, is_bot, device_id, page_path, visitor_id, session_id, country, release, environment';

const events = `insert into raw.analytics_events (${visitColumns}, event_type, event_data)
  select ${visit}, case when random() < 0.8 then 'page_view' else 'user_action' end, '{}'::jsonb
  from generate_series(0, $4::int - 1) i`;

const vitals = `insert into raw.performance_data (${visitColumns}, metric_type, metric_unit, metric_value, rating, metric_id, metadata)
  select ${visitColumns}, metric_type, 'ms', metric_value,
    case when metric_value <= 2500 then 'good' when metric_value <= 4000 then 'needs_improvement' else 'poor' end,
    'v' || (random() * 1e15)::bigint, '{}'::jsonb
  from (
    select ${visit}, (array['LCP', 'INP', 'CLS', 'FCP', 'TTFB'])[1 + i % 5] as metric_type,
      exp(7.3 + 0.6 * sqrt(-2 * ln(1 - random())) * cos(6.283185 * random())) as metric_value
    from generate_series(0, $4::int - 1) i
  ) v`;

/**
 * Fills `days` days up to `now` with half events, half vitals of these apps, as the ingest role does, but made by the server
 * itself; with the marks that ingest leaves. Answers how many seconds it took.
 */
export async function loadEvents(
  ingest: Pool,
  apps: readonly string[],
  count: number,
  days: number,
  now: number
): Promise<number> {
  const started = performance.now();
  const first = now - days * day;
  const hours = Math.ceil((days * day) / hour);
  const perHour = Math.round(count / 2 / hours);
  for (let index = 0; index < hours; index += 1) {
    const from = first + index * hour;
    const to = Math.min(from + hour, now);
    await ingest.query(
      `select raw.ensure_partition(p, (to_timestamp($1::float8 / 1000) at time zone 'UTC')::date + d)
        from unnest(array['analytics_events', 'performance_data']) p, generate_series(0, 1) d`,
      [from]
    );
    const values = [apps, new Date(from), (to - from) / 1000 / perHour, perHour];
    await ingest.query(events, values);
    await ingest.query(vitals, values);
    await ingest.query(
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select 1, app_id, date_bin('1 hour', t, 'epoch'), kind, 'hour'
        from unnest($1::uuid[]) app_id, unnest($2::timestamptz[]) t, unnest(array['performance', 'events']) kind`,
      [apps, [new Date(from), new Date(to - 1)]]
    );
  }
  return (performance.now() - started) / 1000;
}
