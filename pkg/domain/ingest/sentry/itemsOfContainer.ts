import type { JsonObject } from '../JsonObject';

const most = 1000;

/** The entries of a payload that holds several (`{items: […]}`); a payload by itself is one. */
export function itemsOfContainer(payload: JsonObject): readonly unknown[] {
  return Array.isArray(payload.items) ? (payload.items.slice(0, most) as unknown[]) : [payload];
}
