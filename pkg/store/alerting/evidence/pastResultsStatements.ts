import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { OfService } from '../../../domain/alerting/preview/EvidenceHistory';
import { groupBy } from '../../../lib/groupBy';
import type { Fragment } from '../../query/compileStatement';
import { milliseconds } from './groupStatements';
import { intervalSeconds } from './resultsStatement';
import { within } from './within';

export interface PastCertificateRow {
  app: string;
  service: string;
  at: number;
  expires_at: string;
}

/** All results of a range, the oldest first; one more than `most` where there are more. */
export function pastResultsStatement(service: string | undefined, range: Window, most: number): Fragment {
  const named = service === undefined ? sql`` : sql` and r.service_name = ${service}::text`;
  return sql`select coalesce(a.name, '') as app, r.service_name as service, r.status,
      ${milliseconds(sql`r.checked_at`)} as at, ${intervalSeconds} as interval_seconds
    from raw.system_health r left join public.apps a on a.id = r.app_id
    where ${within(sql`r.checked_at`, range)}${named} order by r.checked_at, r.id limit ${most + 1}`;
}

/** What results of a range say of certificates, the oldest first. */
export function pastCertificatesStatement(range: Window, most: number): Fragment {
  return sql`select coalesce(a.name, '') as app, r.service_name as service, ${milliseconds(sql`r.checked_at`)} as at,
      r.metadata ->> 'certificate_expires_at' as expires_at
    from raw.system_health r left join public.apps a on a.id = r.app_id
    where ${within(sql`r.checked_at`, range)} and r.metadata ? 'certificate_expires_at'
    order by r.checked_at, r.id limit ${most + 1}`;
}

/** Rows of each service together, in their order. */
export function byService<Row extends { app: string; service: string }, Result>(
  rows: readonly Row[],
  resultsOf: (row: Row) => Result[]
): Array<OfService<Result>> {
  const services = groupBy(rows, ({ app, service }) => JSON.stringify([app, service]));
  return [...services.values()].flatMap((found) => {
    const [first] = found;
    return first === undefined
      ? []
      : [{ app: first.app, service: first.service, results: found.flatMap((row) => resultsOf(row)) }];
  });
}
