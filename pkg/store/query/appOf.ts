import { sql } from 'kysely';
import type { Fragment } from './compileStatement';

/**
 * Joins each row's app as `a`, with its name. Names are gathered once and looked up: of the rows of a new day the planner
 * knows nothing, takes them for one, and would read all apps for each.
 */
export function appOf(rows: string): Fragment {
  return sql` left join lateral (
    select (select jsonb_object_agg(id, name) from public.apps) ->> ${sql.ref(`${rows}.app_id`)}::text as name) a on true`;
}
