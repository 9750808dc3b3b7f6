import type { DataKind } from '../../../src/contract/query/kinds';
import type { Query } from '../../../src/contract/query/Query';
import { checkText } from './checkText';
import { countsBots } from './countsBots';
import { planFilter } from './planFilter';
import type { Selection } from './QueryPlan';
import type { QueryContext } from './QueryRunner';

/** Which rows of `kind` a query is about. Throws QueryError. */
export function planSelection(query: Query, kind: DataKind, { who, range }: QueryContext): Selection {
  const metric = query.metric === undefined || query.metric === '' ? undefined : checkText(query.metric, 'metric');
  return {
    kind,
    range,
    metric,
    filters: (query.filters ?? []).map((filter) => planFilter(filter, kind, who)),
    includeBots: countsBots(query, kind),
  };
}
