import { startOfDay } from '../../lib/duration';
import type { IngestRequest } from './openRequest';
import type { SenderColumns } from './Sender';

/**
 * Puts the decision that a request carries among its rows, under the pseudonym that the rows have; under that of the day
 * where they have none, so that a refusal leaves nothing that anybody could follow.
 */
export function keepDecision(
  { spoken, reception, batch }: IngestRequest,
  senders: ReadonlyArray<Pick<SenderColumns, 'user_id' | 'visitor_id'>>,
  dailyVisitor: string | null
): void {
  if (spoken === undefined) {
    return;
  }
  const known = senders.find(({ user_id, visitor_id }) => user_id !== null || visitor_id !== null);
  const owner = known?.user_id ?? known?.visitor_id ?? dailyVisitor;
  const decisions = batch.rows.consent_decisions;
  if (owner === null || decisions.at(-1)?.owner === owner) {
    return;
  }
  decisions.push({
    org_id: reception.app.orgId,
    app_id: reception.app.appId,
    owner,
    day: startOfDay(reception.receivedAt),
    mode: spoken.mode,
    decision: spoken.decision,
    source: reception.hasOptedOut === true ? 'opt_out' : 'site',
  });
}
