/** A row as it is shown: `isGone` where it no longer belongs to the list, but stays in its place for now. */
export interface HeldRow<T> {
  item: T;
  isGone: boolean;
}

/**
 * Rows while somebody points at the list: none appears, none disappears, none moves; what they show is the latest.
 * `waiting` counts those that will appear once nobody points at it.
 */
export function holdRows<T extends { id: string }>(
  held: readonly T[] | undefined,
  latest: readonly T[]
): { rows: Array<HeldRow<T>>; waiting: number } {
  if (held === undefined) {
    return { rows: latest.map((item) => ({ item, isGone: false })), waiting: 0 };
  }
  const byId = new Map(latest.map((item) => [item.id, item]));
  const rows = held.map((before) => {
    const item = byId.get(before.id);
    byId.delete(before.id);
    return item === undefined ? { item: before, isGone: true } : { item, isGone: false };
  });
  return { rows, waiting: byId.size };
}
