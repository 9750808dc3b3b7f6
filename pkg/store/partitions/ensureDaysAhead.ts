import type { ClientBase } from 'pg';
import { rawTables } from '../../domain/ingest/rows';
import { daysAhead } from './daysAhead';

/**
 * Makes the partitions of the days around `now` that are missing, in every raw table; one transaction a day, so that
 * no lock is held for long. Harmless from several processes at once. Answers how many were made.
 */
export async function ensureDaysAhead(client: Pick<ClientBase, 'query'>, now: number): Promise<number> {
  let made = 0;
  for (const day of daysAhead(now)) {
    made += await ensureDay(client, rawTables, day);
  }
  return made;
}

/**
 * Makes the partitions of one day that are missing.
 * @param day `YYYY-MM-DD`, UTC
 */
export async function ensureDay(
  client: Pick<ClientBase, 'query'>,
  tables: readonly string[],
  day: string
): Promise<number> {
  const { rows } = await client.query<{ made: number }>(
    `select (count(*) filter (where raw.ensure_partition(parent, $2::date)))::int as made from unnest($1::text[]) as parent`,
    [tables, day]
  );
  return rows[0]?.made ?? 0;
}
