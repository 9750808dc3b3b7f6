import { sql } from 'kysely';
import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { SpreadBy } from '../../../domain/alerting/evidence/Evidence';
import type { Fragment } from '../../query/compileStatement';
import { within } from './within';

/** What of an error `t` is counted; null where it has none. */
export const spreadValue: Readonly<Record<SpreadBy, Fragment>> = {
  users: sql`coalesce(t.user_id, t.visitor_id)`,
  pages: sql`t.page_path`,
  releases: sql`nullif(t.release, '')`,
};

/** Groups with at least so many users, pages or releases in a window, those with most first. */
export function spreadStatement(by: SpreadBy, least: number, window: Window, limit: number): Fragment {
  return sql`select a.name as app, s.fingerprint, coalesce(g.error_class, '') as error_class,
      coalesce(g.message, '') as message, coalesce(g.culprit, '') as culprit, s.number
    from (
      select t.app_id, t.fingerprint, count(distinct ${spreadValue[by]})::float8 as number
      from raw.error_logs t where ${within(sql`t.timestamp`, window)} and t.fingerprint is not null
      group by t.app_id, t.fingerprint having count(distinct ${spreadValue[by]}) >= ${least}
    ) s
    join public.apps a on a.id = s.app_id and a.deleted_at is null
    left join public.error_groups g on g.app_id = s.app_id and g.fingerprint = s.fingerprint
    order by s.number desc, s.fingerprint limit ${limit}`;
}
