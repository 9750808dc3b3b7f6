import type { RowKind } from '../../../src/contract/query/kinds';
import type { AggregatePlan } from '../../domain/query/QueryPlan';

/** A plan about rows of which there are summaries. */
export interface SummaryPlan extends AggregatePlan {
  kind: RowKind;
}
