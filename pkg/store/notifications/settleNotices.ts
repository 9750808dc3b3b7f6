import { sql } from 'kysely';
import type { Debt } from '../../domain/alerting/notices/Debt';
import { dueNotices, type Debtor, type Due } from '../../domain/alerting/notices/dueNotices';
import { minute, second } from '../../lib/duration';
import type { Tables } from '../connections/withTables';
import type { RuleRow } from '../alerting/ruleOf';
import { readSilenced, type Audible } from './readSilenced';
import { writeDeliveries } from './writeDeliveries';

/** How often to look whether a silence has ended. */
const silenceCheckMs = 10 * second;

export interface SettleOptions {
  /** Who ended instances, and what they said, where a person did. */
  deed?: { actor: string; comment: string | null };
  /** The person may do the same to others this moment. */
  isOneOfMany?: boolean;
  /** For a rule that is about to be gone: what waits for the end of a silence would never be told. */
  evenSilenced?: boolean;
}

/**
 * Writes the messages that a rule's instances owe now as deliveries, settles what they tell, and notes when to look again.
 * The caller holds the lock of the rule's row, so that a debt is settled once, whatever process dies where.
 */
export async function settleNotices(
  tables: Tables,
  rule: RuleRow,
  now: number,
  { deed, isOneOfMany = false, evenSilenced = false }: SettleOptions = {}
): Promise<void> {
  const debtors = await readDebtors(tables, rule, now, evenSilenced);
  if (debtors.length === 0 && rule.notices_due_at === null) {
    return;
  }
  const before = rule.last_opening_notice?.getTime() ?? null;
  const due = dueNotices(debtors, before, rule.cooldown_minutes * minute, now);
  for (const { kind, instances } of due.notices) {
    const told = kind === 'resolved' ? deed : undefined;
    const event = {
      kind,
      instances,
      actor: told?.actor ?? null,
      comment: told?.comment ?? null,
      isDeed: told !== undefined && isOneOfMany,
    };
    await writeDeliveries(tables, rule, event, now);
  }
  for (const [id, { isAnnounced, owed }] of due.settled) {
    await sql`update alert_instances set is_announced = ${isAnnounced}, owed = ${owed} where id = ${id}`.execute(
      tables
    );
  }
  const lookAgain = nextLook(debtors, due, rule.cooldown_minutes * minute, now);
  await sql`update alert_rules set notices_due_at = ${lookAgain},
    last_opening_notice = ${due.lastOpeningAt === null ? null : new Date(due.lastOpeningAt)}
    where id = ${rule.id}`.execute(tables);
}

async function readDebtors(tables: Tables, rule: RuleRow, now: number, evenSilenced: boolean): Promise<Debtor[]> {
  const { rows } = await sql<Audible & { is_announced: boolean; owed: Debt['owed'] }>`
    select id, labels, severity, is_announced, owed from alert_instances
    where alert_rule_id = ${rule.id} and owed is not null order by id`.execute(tables);
  const silenced = rows.length === 0 || evenSilenced ? new Set() : await readSilenced(tables, rule, rows, now);
  return rows.map(({ id, is_announced, owed }) => ({
    id,
    debt: { isAnnounced: is_announced, owed },
    isSilenced: silenced.has(id),
  }));
}

/** When what is still owed may go out: new instances at the end of the cooldown, silenced ones when their silence ends. */
function nextLook(debtors: readonly Debtor[], due: Due, cooldownMs: number, now: number): Date | null {
  const left = debtors.filter(({ id }) => !due.settled.has(id));
  if (left.length === 0) {
    return null;
  }
  const silence = left.some(({ isSilenced }) => isSilenced) ? now + silenceCheckMs : Infinity;
  const cooldown = left.some(({ isSilenced }) => !isSilenced) ? (due.lastOpeningAt ?? now) + cooldownMs : Infinity;
  return new Date(Math.min(silence, cooldown));
}
