import { sql } from 'kysely';
import type { Selection } from '../../domain/query/QueryPlan';
import { appIds, withoutApp } from './appIds';
import type { Fragment } from './compileStatement';
import { rawTables } from './rawTable';
import { type Joins, selectionSource } from './selectionSource';

/**
 * `select id, at, …` of the newest rows of a selection, at most `limit` of each app. They are read from the end of each app's
 * key on, until there are enough: in the order of time alone there is no index, and a month would be sorted for its last
 * hundred rows.
 */
export function newestOfEachApp(selection: Selection, joins: Joins, columns: Fragment, limit: number): Fragment {
  const { kind, filters } = selection;
  const { time } = rawTables[kind];
  const newest = (part: Selection, ofApp: Fragment): Fragment =>
    sql`select t.id, ${time} as at, ${columns} ${selectionSource(part, joins)}${ofApp}
      order by ${time} desc, t.id desc limit ${limit}`;
  if (kind === 'alerts') {
    return newest(selection, sql``);
  }
  return sql`select r.* from (${appIds(kind, filters)}) chosen
    cross join lateral (${newest({ ...selection, filters: withoutApp(filters) }, sql` and t.app_id = chosen.app_id`)}) r`;
}
