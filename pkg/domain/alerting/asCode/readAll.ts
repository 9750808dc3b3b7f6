/** Items on a page. */
const limit = 500;

/** All items of a list, page after page. */
export async function readAll<T>(
  list: (page: { limit: number; cursor: string | undefined }) => Promise<{ items: T[]; next_cursor: string | null }>
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor });
    found.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
