import { sql } from 'kysely';
import { end } from '../../domain/alerting/lifecycle/act';
import type { Tables } from '../connections/withTables';
import { noteDebt } from '../notifications/noteDebt';
import { settleNotices } from '../notifications/settleNotices';
import { appendHistory } from './history';
import { keepSet, readSets } from './lives';
import type { RuleRow } from './ruleOf';

/**
 * Resolves every open instance of a rule that is not judged any more as it was, and ends what waits. Answers how many
 * were open. The caller holds the lock of the rule's row.
 */
export async function endLives(
  tables: Tables,
  rule: RuleRow,
  reason: 'rule changed' | 'rule disabled' | 'rule deleted',
  actor: string,
  now: number
): Promise<number> {
  let ended = 0;
  for (const set of (await readSets(tables, rule.id)).values()) {
    const { life, change } = end(set.life, reason, now);
    if (change === null) {
      continue;
    }
    if (change.kind === 'resolved' && set.instanceId !== null) {
      await sql`update alert_instances set status = 'resolved', resolved_at = ${new Date(now)}, resolve_reason = ${reason},
        updated_at = ${new Date(now)}, version = version + 1 where id = ${set.instanceId}`.execute(tables);
      const entry = { orgId: rule.org_id, ruleId: rule.id, instanceId: set.instanceId };
      await appendHistory(tables, { ...entry, actor, kind: 'resolved', details: { reason } }, now);
      await noteDebt(tables, set.instanceId, change);
      ended += 1;
    }
    await keepSet(tables, rule, { ...set, life, instanceId: null });
  }
  const deed = { actor, comment: null };
  await settleNotices(tables, rule, now, { deed, evenSilenced: reason === 'rule deleted' });
  return ended;
}
