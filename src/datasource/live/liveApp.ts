import type { SeamarkQuery } from '../query/SeamarkQuery';

/** Name of the channel's app: the one that a query's `app` filter names, else `all`. */
export function liveApp({ filters = [] }: SeamarkQuery): string {
  const filter = filters.find(({ field, operator }) => field === 'app' && operator === '=');
  return typeof filter?.value === 'string' && filter.value !== '' ? filter.value : 'all';
}
