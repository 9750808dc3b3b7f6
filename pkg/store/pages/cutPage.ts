import type { PageOf } from '../../domain/access/AppRepository';

/**
 * A page of a list that is ordered by id, which is the order of creation (UUID v7). The cursor is the last id.
 * @param rows up to one more than `limit`: the one more says that there is another page
 */
export function cutPage<Row extends { id: string }>(rows: readonly Row[], limit: number): PageOf<Row> {
  const items = rows.slice(0, limit);
  return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor that no list ever gave is no error: it starts from the beginning. */
export function isCursor(cursor: string | undefined): cursor is string {
  return cursor !== undefined && uuid.test(cursor);
}

/** Where a list goes on that is ordered by ids, lowest first. */
export function readCursor(cursor: string | undefined): string {
  return isCursor(cursor) ? cursor : '00000000-0000-0000-0000-000000000000';
}
