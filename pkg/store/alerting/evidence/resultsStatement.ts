import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { ServiceResults } from '../../../domain/alerting/evidence/Evidence';
import { serviceInterval } from '../../../domain/alerting/evidence/serviceInterval';
import { second } from '../../../lib/duration';
import { groupBy } from '../../../lib/groupBy';
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
        and t.metadata -> 'in_maintenance' is distinct from 'true'
      order by t.checked_at desc, t.id desc limit ${Math.max(count, 2)}
    ) r
    left join public.apps a on a.id = s.app_id
    order by app, service, r.checked_at desc, r.id desc`;
}

/** The rows of each service together, `count` at most. */
export function resultsOf(rows: readonly ResultRow[], count: number): ServiceResults[] {
  return [...groupBy(rows, ({ app, service }) => JSON.stringify([app, service])).values()].flatMap((found) => {
    const [newest] = found;
    if (newest === undefined) {
      return [];
    }
    const results = found.map(({ status, at, interval_seconds: seconds }) => ({
      ...{ status, at, intervalMs: seconds === null ? null : seconds * second },
    }));
    const { app, service } = newest;
    return [{ app, service, intervalMs: serviceInterval(results), results: results.slice(0, count) }];
  });
}
