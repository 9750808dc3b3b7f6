import { variableFilters } from '../../src/api/variableFilters';
import type { DataKind } from '../../src/contract/query/kinds';
import type { Query } from '../../src/contract/query/Query';

/** One query with the filters of the dashboard's variables; a time series unless it says otherwise. */
export function query(
  refId: string,
  { filters = [], ...part }: Partial<Omit<Query, 'kind'>> & { kind: DataKind }
): Query {
  return { refId, format: 'time_series', ...part, filters: [...variableFilters(part.kind), ...filters] };
}
