import type { PoolClient } from 'pg';
import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { ErrorGroupEvent } from '../../../src/contract/resources/errorGroups';
import type { GroupReader, Listed } from '../../domain/errors/groups/ErrorGroupRepository';
import { framesOf } from '../../domain/errors/groups/framesOf';
import type { GroupRow } from './GroupRow';

interface EventRow {
  id: string;
  /** The instant to the microsecond, for the cursor. */
  place: string;
  timestamp: Date;
  created_at: Date;
  user_id: string | null;
  session_id: string | null;
  error_type: string;
  error_message: string;
  error_stack: string | null;
  severity: Severity;
  context: Record<string, unknown>;
  user_agent: string | null;
  url: string | null;
  environment: string | null;
  release: string | null;
  page_path: string | null;
  country: string | null;
  device_info: Record<string, unknown> | null;
}

/**
 * Errors of a group, newest first.
 * @param client role `query`, speaking for the organisation
 */
export async function readEvents(
  client: Pick<PoolClient, 'query'>,
  who: GroupReader,
  group: GroupRow,
  { limit, cursor }: { limit: number; cursor: string | undefined }
): Promise<Listed<ErrorGroupEvent>> {
  const after = readCursor(cursor);
  const { rows } = await client.query<EventRow>(
    `select r.id, (extract(epoch from r.timestamp) * 1000000)::bigint::text as place, r.timestamp, r.created_at, r.user_id,
        r.session_id, r.error_type, r.error_message, r.error_stack, r.severity, r.context, r.user_agent, r.url,
        r.environment, r.release, r.page_path, r.country, d.info as device_info
      from raw.error_logs r left join raw.devices d on d.app_id = r.app_id and d.id = r.device_id
      where r.app_id = $1 and r.fingerprint = $2
        and ($3::bigint is null or (r.timestamp, r.id) < ('epoch'::timestamptz + $3::bigint * interval '1 microsecond', $4::uuid))
      order by r.timestamp desc, r.id desc limit $5`,
    [group.app_id, group.fingerprint, after?.place, after?.id, limit + 1]
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => eventOf(row, group, who.seesPersonal)),
    next_cursor: rows.length > limit && last !== undefined ? `${last.place}.${last.id}` : null,
  };
}

function eventOf(row: EventRow, group: GroupRow, seesPersonal: boolean): ErrorGroupEvent {
  return {
    id: row.id,
    app_id: group.app_id,
    fingerprint: group.fingerprint,
    user_id: seesPersonal ? row.user_id : null,
    session_id: seesPersonal ? row.session_id : null,
    error_type: row.error_type,
    error_message: seesPersonal ? row.error_message : group.error_class,
    error_stack: seesPersonal ? row.error_stack : null,
    severity: row.severity,
    context: seesPersonal ? row.context : {},
    user_agent: seesPersonal ? row.user_agent : null,
    url: row.url,
    environment: row.environment,
    release: row.release,
    page_path: row.page_path,
    country: row.country,
    device_info: row.device_info ?? {},
    timestamp: row.timestamp.toISOString(),
    resolved: group.status === 'resolved',
    created_at: row.created_at.toISOString(),
    frames: framesOf(row.error_stack),
  };
}

/** A cursor that no list ever gave starts from the beginning. */
function readCursor(cursor = ''): { place: string; id: string } | undefined {
  const match = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const [, place, id] = match ?? [];
  return place === undefined || id === undefined ? undefined : { place, id };
}
