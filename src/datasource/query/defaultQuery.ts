import type { SeamarkQuery } from './SeamarkQuery';

/** What a new query asks for: the first number that anybody wants to see of a site. */
export const defaultQuery = {
  kind: 'performance',
  metric: 'LCP',
  calculation: 'p75',
  format: 'time_series',
} as const satisfies Partial<SeamarkQuery>;
