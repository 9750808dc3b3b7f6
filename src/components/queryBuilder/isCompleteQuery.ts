import { queryKinds } from '../../contract/query/kinds';
import { needsMetric } from './needsMetric';
import type { BuiltQuery } from './BuiltQuery';

/**
 * Whether a query says enough to be sent. One that is merely wrong is sent, so that the server's own words about it
 * reach the panel.
 */
export function isCompleteQuery(query: BuiltQuery): boolean {
  return queryKinds.includes(query.kind) && !needsMetric(query);
}
