import type { PageRequest } from '../../domain/access/AppRepository';

/** Items on a page when the caller does not say. */
const defaultItems = 100;

/** The page a list was asked for. */
export function pageRequest(query: { limit?: number; cursor?: string }): PageRequest {
  return { limit: query.limit ?? defaultItems, cursor: query.cursor };
}
