import { usualCalculation } from '../../../src/contract/query/calculationsByKind';
import type { DataKind } from '../../../src/contract/query/kinds';
import { defaultLimit, mostSeries } from '../../../src/contract/query/limits';
import type { Query } from '../../../src/contract/query/Query';
import { checkCalculation } from './checkCalculation';
import { chooseBucket } from './chooseBucket';
import type { AggregatePlan } from './QueryPlan';
import { type QueryContext, QueryError } from './QueryRunner';
import { readsArchive } from './readsArchive';
import { resolveField } from './resolveField';
import { planSelection } from './planSelection';

/** Plans a query for numbers: format `time_series` or `table`. Throws QueryError. */
export function planAggregate(query: Query, kind: DataKind, context: QueryContext, now: number): AggregatePlan {
  const selection = planSelection(query, kind, context);
  const calculation = query.calculation ?? usualCalculation(kind, selection.metric);
  const names = query.groupBy ?? [];
  const groupBy = names.map((name) => resolveField(name, kind, context.who));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new QueryError(`The field "${repeated}" stands twice in groupBy`);
  }
  const measure = checkCalculation({ ...selection, calculation, groupBy });
  const isSeries = (query.format ?? 'time_series') === 'time_series';
  const limit = query.limit ?? defaultLimit;
  if (isSeries && groupBy.length > 0 && limit > mostSeries) {
    throw new QueryError(`A time series has at most ${mostSeries} groups; lower "limit" or use format table`);
  }
  return {
    ...selection,
    ...(readsArchive(selection) && { archived: true }),
    calculation,
    measure,
    groupBy,
    bucketMs: isSeries ? bucket(query, context) : undefined,
    limit,
    now,
  };
}

function bucket(query: Query, context: QueryContext): number {
  const { range } = context;
  const intervalMs = Math.min(query.intervalMs ?? context.intervalMs, range.to - range.from);
  return chooseBucket(range, intervalMs, query.maxDataPoints ?? context.maxDataPoints);
}
