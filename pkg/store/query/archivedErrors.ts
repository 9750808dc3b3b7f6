import { sql } from 'kysely';
import { archivedColumns } from '../maintenance/archiveStatement';
import type { Fragment } from './compileStatement';

const columnsOf = (table: string): Fragment => sql.join(archivedColumns.map((name) => sql.ref(`${table}.${name}`)));

/**
 * Raw errors and those that are only in the archive by now, as one table. An error is in both from its archiving until
 * its raw row goes, or when it was sent again. `offset 0` keeps that look-up one by one, by the key: as a join it may
 * become a pass over all raw rows.
 */
export const errorsWithArchive: Fragment = sql`(
  select ${columnsOf('e')}, e.device_id, null::jsonb as device_info from raw.error_logs e
  union all
  select ${columnsOf('k')}, null::bigint, k.device_info from public.error_archives k
  where not exists (
    select from raw.error_logs e where e.app_id = k.app_id and e.timestamp = k.timestamp and e.id = k.id offset 0
  )
)`;

/** The device of a row of these: as `d`, like that of a raw row. */
export const deviceOfArchived: Fragment = sql` left join raw.devices v on v.app_id = t.app_id and v.id = t.device_id
  left join lateral (select coalesce(t.device_info, v.info) as info) d on true`;
