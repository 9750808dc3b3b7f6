import { sql } from 'kysely';
import type { RuleEvaluation } from '../../../src/contract/resources/alertRules';
import type { Tables } from '../connections/withTables';

/** Evaluations of a rule, newest first. The cursor is the instant of the last one. */
export async function readEvaluations(
  tables: Tables,
  ruleId: string,
  limit: number,
  cursor: string | undefined
): Promise<{ items: RuleEvaluation[]; next_cursor: string | null }> {
  const before = Date.parse(cursor ?? '');
  // A cursor that no list ever gave starts from the beginning.
  const older = Number.isNaN(before) ? sql`` : sql` and at < ${new Date(before)}`;
  const { rows } = await sql<Omit<RuleEvaluation, 'at'> & { at: Date }>`
    select at, duration_ms, label_sets, firing, error from alert_evaluations
    where alert_rule_id = ${ruleId}${older} order by at desc limit ${limit + 1}`.execute(tables);
  const items = rows.slice(0, limit).map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest }));
  return { items, next_cursor: rows.length > limit ? (items.at(-1)?.at ?? null) : null };
}
