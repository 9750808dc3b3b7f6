import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { ServiceCertificate } from '../../../domain/alerting/evidence/Evidence';
import type { Fragment } from '../../query/compileStatement';
import { within } from './within';

export interface CertificateRow {
  app: string;
  service: string;
  /** As the result says it: ISO 8601, unless somebody else wrote it. */
  expires_at: string;
}

/** What the latest result of each service in a window that speaks of a certificate says of its end. */
export function certificatesStatement(window: Window): Fragment {
  return sql`
    select coalesce(a.name, '') as app, t.service_name as service, t.expires_at from (
      select distinct on (t.app_id, t.service_name) t.app_id, t.service_name,
        t.metadata ->> 'certificate_expires_at' as expires_at
      from raw.system_health t
      where ${within(sql`t.checked_at`, window)} and t.metadata ? 'certificate_expires_at'
      order by t.app_id, t.service_name, t.checked_at desc, t.id desc
    ) t left join public.apps a on a.id = t.app_id order by app, service`;
}

/** Leaves out what is no instant. */
export function expiriesOf(rows: readonly CertificateRow[]): ServiceCertificate[] {
  return rows.flatMap(({ app, service, expires_at }) => {
    const expiresAt = Date.parse(expires_at);
    return Number.isNaN(expiresAt) ? [] : [{ app, service, expiresAt }];
  });
}
