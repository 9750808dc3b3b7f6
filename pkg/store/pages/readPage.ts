import { sql, type SelectQueryBuilder } from 'kysely';
import type { PageOf, PageRequest } from '../../domain/access/AppRepository';
import type { Schema } from '../connections/Schema';
import { cutPage, readCursor } from './cutPage';

/** A page of what `query` selects from one table, ordered by its `id`. */
export async function readPage<Table extends keyof Schema, Row extends { id: string }>(
  query: SelectQueryBuilder<Schema, Table, Row>,
  { limit, cursor }: PageRequest
): Promise<PageOf<Row>> {
  const rows: Row[] = await query
    .where(sql<boolean>`id > ${readCursor(cursor)}::uuid`)
    .orderBy(sql`id`)
    .limit(limit + 1)
    .execute();
  return cutPage(rows, limit);
}
