import type { PoolClient } from 'pg';
import { breadcrumbMinutes } from '../../../src/contract/breadcrumbKinds';
import type { Breadcrumbs } from '../../../src/contract/resources/breadcrumbs';
import { breadcrumbsOf, type SessionError, type SessionEvent } from '../../domain/errors/breadcrumbs/breadcrumbsOf';
import type { GroupReader } from '../../domain/errors/groups/ErrorGroupRepository';
import { minute } from '../../lib/duration';
import type { GroupRow } from './GroupRow';

interface ErrorRow {
  timestamp: Date;
  session_id: string | null;
  context: Record<string, unknown>;
}

type Row<T extends { at: number }> = Omit<T, 'at'> & { timestamp: Date };

/** More of either than are shown, for both kinds are shown together. */
const most = 50;

/**
 * What the session of one error of a group did in the minutes before it. Undefined where the group has no such error.
 * @param client role `query`, speaking for the organisation
 * @param at the error's time to the millisecond, by which it is found
 */
export async function readBreadcrumbs(
  client: Pick<PoolClient, 'query'>,
  who: GroupReader,
  group: GroupRow,
  { eventId, at }: { eventId: string; at: number }
): Promise<Breadcrumbs | undefined> {
  const { rows } = await client.query<ErrorRow>(
    `select timestamp, session_id, context from raw.error_logs
      where app_id = $1 and fingerprint = $2 and id = $3 and timestamp >= $4 and timestamp < $5`,
    [group.app_id, group.fingerprint, eventId, new Date(at), new Date(at + 1)]
  );
  const [error] = rows;
  if (error === undefined) {
    return undefined;
  }
  const { session_id, context } = error;
  const span = [group.app_id, session_id, new Date(at - breadcrumbMinutes * minute), error.timestamp];
  const events = await client.query<Row<SessionEvent>>(
    // What a page loads is too much, and a session's own marks say nothing.
    `select timestamp, event_type, event_name, event_data, page_path from raw.analytics_events
      where app_id = $1 and session_id = $2 and timestamp >= $3 and timestamp <= $4
        and event_type not in ('resource', 'session')
      order by timestamp desc, id desc limit ${most}`,
    span
  );
  const errors = await client.query<Row<SessionError>>(
    `select timestamp, error_type, error_message, context, page_path from raw.error_logs
      where app_id = $1 and session_id = $2 and timestamp >= $3 and timestamp <= $4 and id <> $5
      order by timestamp desc, id desc limit ${most}`,
    [...span, eventId]
  );
  const before = { session_id, context, at, events: events.rows.map(withTime), errors: errors.rows.map(withTime) };
  return breadcrumbsOf(before, who.seesPersonal);
}

function withTime<T extends { timestamp: Date }>({ timestamp, ...row }: T) {
  return { ...row, at: timestamp.getTime() };
}
