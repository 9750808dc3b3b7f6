import { attributeColumns, fieldsOf } from '../../../src/contract/query/fields';
import type { DataKind } from '../../../src/contract/query/kinds';
import { defaultLimit } from '../../../src/contract/query/limits';
import type { Query } from '../../../src/contract/query/Query';
import { planSelection } from './planSelection';
import type { RowsPlan } from './QueryPlan';
import type { Asker, QueryContext } from './QueryRunner';

/** Columns beside the named fields that only a reader of personal data gets: free text, and attributes as a whole. */
const freeText: Partial<Record<DataKind, readonly string[]>> = {
  errors: ['error_stack'],
  health: ['last_error'],
  alerts: ['acknowledged_by'],
};

/** Columns beside the named fields that everybody gets. */
const shown: Partial<Record<DataKind, readonly string[]>> = {
  alerts: [
    ...['title', 'message', 'last_value', 'limit', 'operator', 'unit', 'subject', 'firings', 'resolved_at', 'version'],
    attributeColumns.alerts,
  ],
};

/** Plans a query for single rows: format `logs`. Throws QueryError. */
export function planRows(query: Query, kind: DataKind, context: QueryContext): RowsPlan {
  return {
    ...planSelection(query, kind, context),
    ...(kind === 'errors' && { archived: true }),
    ...(kind === 'alerts' && { openWithin: true }),
    columns: rowColumns(kind, context.who),
    limit: query.limit ?? defaultLimit,
  };
}

/** Columns of single rows that the asker may see. */
export function rowColumns(kind: DataKind, { seesPersonal }: Asker): string[] {
  const named = fieldsOf(kind).filter((field) => seesPersonal || !field.personal);
  return [
    ...named.map((field) => field.name),
    ...(shown[kind] ?? []),
    ...(seesPersonal ? [...(freeText[kind] ?? []), ...(kind === 'alerts' ? [] : [attributeColumns[kind]])] : []),
  ];
}
