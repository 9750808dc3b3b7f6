import { sql } from 'kysely';
import type { ValuesPlan } from '../../domain/query/QueryPlan';
import type { Fragment } from './compileStatement';
import { textOf } from './fieldExpression';
import { rawTables } from './rawTable';
import { joinsFor, selectionSource } from './selectionSource';

/** Values of a field with how many rows have them, most frequent first. Rows without a value are not counted. */
export function valuesStatement(plan: ValuesPlan): Fragment {
  const { kind, field, search, limit } = plan;
  const found =
    field === 'names'
      ? sql`select names.value from (select ${rawTables[kind].attributes} as attributes
          ${selectionSource(plan, joinsFor([], plan))}) x,
          jsonb_object_keys(case when jsonb_typeof(x.attributes) = 'object' then x.attributes end) names (value)`
      : sql`select ${textOf(field, kind)} as value ${selectionSource(plan, joinsFor([field], plan))}`;
  const containing = search === undefined ? sql`` : sql` and position(lower(${search}::text) in lower(v.value)) > 0`;
  return sql`select v.value, count(*)::float8 as count from (${found}) v
    where v.value <> ''${containing} group by v.value order by count(*) desc, v.value limit ${limit}`;
}
