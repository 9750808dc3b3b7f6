import { sql } from 'kysely';
import { attributeColumns } from '../../../src/contract/query/fields';
import type { PlannedField, RowsPlan } from '../../domain/query/QueryPlan';
import { appIds, isOfApp } from './appIds';
import type { Fragment } from './compileStatement';
import { columnText, numberOf } from './fieldExpression';
import { rawTables } from './rawTable';
import { joinsFor, selectionSource } from './selectionSource';

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

/**
 * Single rows, newest first. Each app's own are read from its key's end on, until there are enough: in the order of time
 * alone there is no index, and a month would be sorted for its last hundred rows.
 */
export function rowsStatement(plan: RowsPlan): Fragment {
  const { kind, columns, filters, limit } = plan;
  const names = columns.map((_, index) => sql.ref(`c${index}`));
  const shown = [sql.ref('r.id'), sql`round(extract(epoch from r.at) * 1000)::float8 as time`, ...names];
  const isNewest = sql`order by r.at desc, r.id desc limit ${limit}`;
  if (kind === 'alerts') {
    return sql`select ${sql.join(shown)} from (${newestRows(plan)}) r ${isNewest}`;
  }
  const others = filters.filter((filter) => !isOfApp(filter));
  return sql`select ${sql.join(shown)} from (${appIds(kind, filters)}) chosen
    cross join lateral (${newestRows({ ...plan, filters: others }, sql`t.app_id = chosen.app_id`)}) r ${isNewest}`;
}

function newestRows(plan: RowsPlan, ofApp?: Fragment): Fragment {
  const { kind, columns, limit } = plan;
  const { time } = rawTables[kind];
  const shown = columns.map((name, index) => sql`${columnOf(name, plan)} as ${sql.ref(`c${index}`)}`);
  const fields = columns.map((name): PlannedField => ({ source: 'named', name, type: 'string' }));
  const source = selectionSource(plan, joinsFor(fields, plan));
  return sql`select t.id, ${time} as at, ${sql.join(shown)} ${source}${ofApp === undefined ? sql`` : sql` and ${ofApp}`}
    order by ${time} desc, t.id desc limit ${limit}`;
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
