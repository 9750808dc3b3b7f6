import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { ServiceResults } from '../../../domain/alerting/evidence/Evidence';
import { minute, second } from '../../../lib/duration';
import type { Fragment } from '../../query/compileStatement';
import { milliseconds } from './groupStatements';
import { within } from './within';

export interface ResultRow {
  app: string;
  service: string;
  status: ServiceResults['results'][number]['status'];
  /** Epoch milliseconds. */
  at: number;
  /** What the result says of its check; null where it says nothing. */
  interval_seconds: number | null;
}

/** A service is looked at that often where neither its results nor the time between them say it. */
const usualInterval = minute;

/** The interval that a result `r` names, in seconds. */
export const intervalSeconds: Fragment = sql`case when jsonb_typeof(r.metadata -> 'interval_seconds') = 'number'
  then least(greatest((r.metadata ->> 'interval_seconds')::numeric, 1), 86400)::float8 end`;

/** The latest results of each service in a window: service after service, the newest first; two at least, for their distance. */
export function resultsStatement(service: string | undefined, count: number, window: Window): Fragment {
  const named = service === undefined ? sql`` : sql` and t.service_name = ${service}::text`;
  return sql`
    select coalesce(a.name, '') as app, s.service_name as service, r.status, ${milliseconds(sql`r.checked_at`)} as at,
      ${intervalSeconds} as interval_seconds
    from (
      select distinct t.app_id, t.service_name from raw.system_health t
      where ${within(sql`t.checked_at`, window)}${named}
    ) s
    cross join lateral (
      select t.* from raw.system_health t
      where t.app_id = s.app_id and t.service_name = s.service_name and ${within(sql`t.checked_at`, window)}
      order by t.checked_at desc, t.id desc limit ${Math.max(count, 2)}
    ) r
    left join public.apps a on a.id = s.app_id
    order by app, service, r.checked_at desc, r.id desc`;
}

/** The rows of each service together. */
export function resultsOf(rows: readonly ResultRow[]): ServiceResults[] {
  const services = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.app, row.service]);
    services.set(key, [...(services.get(key) ?? []), row]);
  }
  return [...services.values()].flatMap((results) => {
    const [newest, next] = results;
    if (newest === undefined) {
      return [];
    }
    const distance = next === undefined ? usualInterval : Math.max(newest.at - next.at, second);
    const intervalMs = newest.interval_seconds === null ? distance : newest.interval_seconds * second;
    const { app, service } = newest;
    return [{ app, service, intervalMs, results: results.map(({ status, at }) => ({ status, at })) }];
  });
}
