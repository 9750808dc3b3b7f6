import { sql } from 'kysely';
import type { Selection } from '../../domain/query/QueryPlan';
import { day } from '../../lib/duration';
import type { Fragment } from './compileStatement';
import { instant } from './rawTable';
import { joinsFor, selectionSource } from './selectionSource';

/** A release that was not seen for so long before the range counts as new in it; milliseconds. */
export const releaseLookBack = day;

/** Releases that appear within the selection's range: `app`, `release`, `first_seen` (epoch ms), oldest first. */
export function releasesStatement(selection: Selection, limit: number): Fragment {
  const { from } = selection.range;
  const joins = joinsFor([{ source: 'named', name: 'app', type: 'string' }], selection);
  return sql`
    select coalesce(seen.app, '') as app, seen.release, round(extract(epoch from seen.first) * 1000)::float8 as first_seen
    from (
      select t.app_id, a.name as app, t.release, min(t.timestamp) as first
      ${selectionSource(selection, joins)} and t.release <> '' group by t.app_id, a.name, t.release
    ) seen
    where not exists (
      select from raw.performance_data before
      where before.app_id = seen.app_id and before.release = seen.release
        and before.timestamp >= ${instant(from - releaseLookBack)} and before.timestamp < ${instant(from)}
    )
    order by seen.first, seen.release limit ${limit}`;
}
