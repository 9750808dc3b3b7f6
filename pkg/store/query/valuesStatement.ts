import { sql } from 'kysely';
import type { ValuesPlan } from '../../domain/query/QueryPlan';
import type { Fragment } from './compileStatement';
import { textOf } from './fieldExpression';
import { newestOfEachApp } from './newestOfEachApp';
import { rawTables } from './rawTable';
import { joinsFor } from './selectionSource';

/** Who opens a list of choices does not wait for all rows of a month. */
const enoughRows = 100_000;

/**
 * Values of a field with how many rows have them, most frequent first, among the newest rows of each app. Rows without a value
 * are not counted.
 * @param mostRows of one app that are looked at
 */
export function valuesStatement(plan: ValuesPlan, mostRows = enoughRows): Fragment {
  const { kind, field, search, limit } = plan;
  const found =
    field === 'names'
      ? sql`select names.value from (
          ${newestOfEachApp(plan, joinsFor([], plan), sql`${rawTables[kind].attributes} as attributes`, mostRows)}) x,
          jsonb_object_keys(case when jsonb_typeof(x.attributes) = 'object' then x.attributes end) names (value)`
      : newestOfEachApp(plan, joinsFor([field], plan), sql`${textOf(field, kind)} as value`, mostRows);
  const containing = search === undefined ? sql`` : sql` and position(lower(${search}::text) in lower(v.value)) > 0`;
  return sql`select v.value, count(*)::float8 as count from (${found}) v
    where v.value <> ''${containing} group by v.value order by count(*) desc, v.value limit ${limit}`;
}
