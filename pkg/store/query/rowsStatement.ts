import { sql } from 'kysely';
import { attributeColumns } from '../../../src/contract/query/fields';
import type { PlannedField, RowsPlan } from '../../domain/query/QueryPlan';
import type { Fragment } from './compileStatement';
import { columnText, numberOf } from './fieldExpression';
import { newestOfEachApp } from './newestOfEachApp';
import { rawTables } from './rawTable';
import { joinsFor } from './selectionSource';

/** Columns that are numbers and stay so. */
const numbers: readonly string[] = [
  'value',
  'response_time_ms',
  'error_rate',
  'last_value',
  'firings',
  'limit',
  'version',
];

/** A row of the answer; columns are `c0`, `c1`, … in the order of the plan. */
export interface SingleRow {
  [column: `c${number}`]: string | number | null;
  id: string;
  time: number;
}

/** Single rows, newest first. */
export function rowsStatement(plan: RowsPlan): Fragment {
  const { columns, limit } = plan;
  const names = columns.map((_, index) => sql.ref(`c${index}`));
  const found = columns.map((name, index) => sql`${columnOf(name, plan)} as ${sql.ref(`c${index}`)}`);
  const fields = columns.map((name): PlannedField => ({ source: 'named', name, type: 'string' }));
  const shown = [sql.ref('r.id'), sql`round(extract(epoch from r.at) * 1000)::float8 as time`, ...names];
  return sql`select ${sql.join(shown)} from (${newestOfEachApp(plan, joinsFor(fields, plan), sql.join(found), limit)}) r
    order by r.at desc, r.id desc limit ${limit}`;
}

function columnOf(name: string, { kind }: RowsPlan): Fragment {
  if (numbers.includes(name)) {
    return numberOf({ source: 'named', name, type: 'number' }, kind);
  }
  if (name === 'resolved_at') {
    return sql`round(extract(epoch from t.resolved_at) * 1000)::float8`;
  }
  return name === attributeColumns[kind] ? sql`(${rawTables[kind].attributes})::text` : columnText(name, kind);
}
