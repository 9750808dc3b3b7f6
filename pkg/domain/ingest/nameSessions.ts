import type { Batch } from './Batch';
import type { VisitorSessions } from './IdentityKeys';
import { rawTables, type CommonColumns } from './rows';
import { WantedFields } from './WantedFields';

/**
 * Gives rows of a visitor whose client names no session the one that the visitor is in. Rows without a visitor have none:
 * nobody agreed to be recognised. Rejects with StoreAway.
 */
export async function nameSessions(
  batch: Batch,
  sessions: VisitorSessions,
  wanted: readonly string[] | null | undefined
): Promise<void> {
  const visitors = nameless(batch);
  if (visitors.size === 0 || (wanted && !WantedFields.of(wanted).has('session_id'))) {
    return;
  }
  for (const [visitorId, rows] of visitors) {
    const { org_id: orgId, app_id: appId } = rows[0] ?? { org_id: 0, app_id: '' };
    // In their order, whatever the order in which the client lists them.
    const times = [...new Set(rows.map(({ timestamp }) => timestamp))].sort((one, other) => one - other);
    const answer = sessions.resolve({ orgId, appId, visitorId }, times);
    const ids = isPromise(answer) ? await answer : answer;
    for (const row of rows) {
      row.session_id = ids[times.indexOf(row.timestamp)] ?? null;
    }
  }
}

/** Rows without a session, by their visitor. */
function nameless(batch: Batch): Map<string, CommonColumns[]> {
  const visitors = new Map<string, CommonColumns[]>();
  for (const table of rawTables) {
    if (table === 'system_health') {
      continue;
    }
    for (const row of batch.rows[table]) {
      if (row.session_id === null && row.visitor_id !== null) {
        const rows = visitors.get(row.visitor_id);
        if (rows === undefined) {
          visitors.set(row.visitor_id, [row]);
        } else {
          rows.push(row);
        }
      }
    }
  }
  return visitors;
}

function isPromise<T>(answer: T | Promise<T>): answer is Promise<T> {
  return answer instanceof Promise;
}
