import { queryKinds } from '../../contract/query/kinds';
import type { SeamarkQuery } from './SeamarkQuery';

/**
 * Whether a query says enough to be sent. One that is merely wrong is sent, so that the server's own words about it
 * reach the panel.
 */
export function isCompleteQuery(query: SeamarkQuery): boolean {
  switch (query.kind) {
    case 'performance':
    case 'metrics':
      return Boolean(query.live || query.metric?.trim());
    case 'variables':
      return Boolean(query.field?.trim());
    default:
      return queryKinds.includes(query.kind);
  }
}
