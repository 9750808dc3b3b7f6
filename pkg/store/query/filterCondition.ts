import { sql } from 'kysely';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { FilterTest, PlannedFilter } from '../../domain/query/QueryPlan';
import type { Fragment } from './compileStatement';
import { numberOf, textOf } from './fieldExpression';

const comparisons = { '>': sql`>`, '>=': sql`>=`, '<': sql`<`, '<=': sql`<=` } as const;

/** A filter as a condition on `t` and `d`. A missing value counts as the empty text, a missing number as unequal to all. */
export function filterCondition({ field, test }: PlannedFilter, kind: DataKind): Fragment {
  if (field.source === 'named' && field.name === 'app' && kind !== 'alerts') {
    const named = textCondition(sql.ref('named.name'), test);
    // An array is made once. Joined, all apps would be read for each row of a new day, of which the planner knows nothing.
    return sql`t.app_id = any(array(select named.id from public.apps named where named.deleted_at is null and ${named}))`;
  }
  // As what it is, so that its index can be used.
  if (field.source === 'named' && field.name === 'check_id' && test.is === 'anyOf') {
    if (test.values.every(isUuid)) {
      return sql`t.check_id = any(${test.values}::uuid[])`;
    }
    if (test.values.every((value) => value === '')) {
      return sql`t.check_id is null`;
    }
  }
  switch (test.is) {
    case 'anyNumber':
      return sql`${numberOf(field, kind)} = any(${test.values}::float8[])`;
    case 'noNumber':
      return sql`${numberOf(field, kind)} = any(${test.values}::float8[]) is not true`;
    case '>':
    case '>=':
    case '<':
    case '<=':
      return sql`${numberOf(field, kind)} ${comparisons[test.is]} ${test.value}::float8`;
    default:
      return textCondition(textOf(field, kind), test);
  }
}

/** A test for text as a condition on it. */
export function textCondition(text: Fragment, test: FilterTest): Fragment {
  switch (test.is) {
    case 'anyOf':
      // Bare where it can be, so that an index can be used.
      return test.values.includes('')
        ? sql`coalesce(${text}, '') = any(${test.values}::text[])`
        : sql`${text} = any(${test.values}::text[])`;
    case 'noneOf':
      return sql`coalesce(${text}, '') <> all(${test.values}::text[])`;
    case 'matching':
      return sql`coalesce(${text}, '') ~ ${test.pattern}::text`;
    case 'notMatching':
      return sql`coalesce(${text}, '') !~ ${test.pattern}::text`;
    default:
      throw new Error(`a test for numbers (${test.is}) on text`);
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
