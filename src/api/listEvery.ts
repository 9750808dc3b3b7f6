/** One page of a list, as every list of the server answers. */
export interface ListPage<T> {
  items: T[];
  next_cursor: string | null;
}

/** Every item of a list, page after page. */
export async function listEvery<T>(page: (cursor?: string) => Promise<ListPage<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page(cursor);
    items.push(...answer.items);
    cursor = answer.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
