import { sql } from 'kysely';
import type { CheckSelection } from '../../domain/health/checks/HealthCheckRepository';
import type { Tables } from '../connections/withTables';
import { readCursor } from '../pages/cutPage';
import type { CheckRow } from './checkOf';

/** Checks in the order of their ids, one more than asked for where there are more. */
export async function selectChecks(tables: Tables, selection: CheckSelection): Promise<CheckRow[]> {
  const { statuses, kind, group, search = '', limit, cursor } = selection;
  let query = tables.selectFrom('health_checks').selectAll().where('id', '>', readCursor(cursor));
  if (statuses.length > 0) {
    query = query.where(sql<boolean>`coalesce(memory ->> 'status', 'unknown') = any(${[...statuses]}::text[])`);
  }
  if (kind !== undefined) {
    query = query.where('kind', '=', kind);
  }
  if (group !== undefined) {
    query = query.where('group_name', '=', group);
  }
  if (search.trim() !== '') {
    query = query.where(
      sql<boolean>`strpos(lower(service_name || chr(10) || description || chr(10) || labels::text), lower(${search.trim()}::text)) > 0`
    );
  }
  return query
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}
