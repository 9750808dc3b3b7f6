import type { SeamarkQuery } from '../query/SeamarkQuery';

/** Values that a variable offers unless it says otherwise. */
const usualLimit = 1000;

/** The query behind a variable, however little of it the dashboard keeps: `{"field": "app"}` is enough. */
export function asVariableQuery(query: Partial<SeamarkQuery>): SeamarkQuery {
  return { limit: usualLimit, ...query, kind: 'variables', refId: query.refId || 'variable' };
}
