import type { SeamarkQuery } from '../query/SeamarkQuery';

/** The one app that a query's `app` filter names; undefined for every app. */
export function liveApp({ filters = [] }: SeamarkQuery): string | undefined {
  const filter = filters.find(({ field, operator }) => field === 'app' && operator === '=');
  return typeof filter?.value === 'string' && filter.value !== '' ? filter.value : undefined;
}
