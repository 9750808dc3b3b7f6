import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { AlertEvaluations, DueRule, Evaluation } from '../../domain/alerting/evaluation/AlertEvaluations';
import { beatOf } from '../../domain/alerting/evaluation/beatOf';
import { judgeRule } from '../../domain/alerting/evaluation/judgeRule';
import { nextEvaluation } from '../../domain/alerting/evaluation/nextEvaluation';
import { intervalOf, ruleSettingsOf } from '../../domain/alerting/evaluation/ruleSettingsOf';
import { summariseEvaluation } from '../../domain/alerting/evaluation/summariseEvaluation';
import { minute, second } from '../../lib/duration';
import type { Fragment } from '../query/compileStatement';
import { instantOf, isFree, isOfAnotherClock } from '../connections/leases';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn, type Tables } from '../connections/withTables';
import { settleNotices } from '../notifications/settleNotices';
import { keepSteps } from './keepSteps';
import { readSets } from './lives';
import { ruleOf, type RuleRow } from './ruleOf';

/** How long a process has for one evaluation before another may take the rule over. */
const leaseMs = 20 * second;

/** When a rule is due next at the latest: after its interval. */
function latestDue(now: number): Fragment {
  return sql`${instantOf(now)} + make_interval(secs =>
    case when jsonb_typeof(condition_config -> 'evaluation_interval_seconds') = 'number'
      then (condition_config ->> 'evaluation_interval_seconds')::float8 else ${minute / second} end)`;
}

/** Rules that are due, and the steps of their lives, in the database. */
export class StoredEvaluations implements AlertEvaluations {
  readonly #pool: Pool;
  /** Names this process in leases. */
  readonly #self = randomUUID();

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  claim(now: number, limit: number): Promise<DueRule[]> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await sql<RuleRow>`
        update alert_rules set leased_by = ${this.#self}, leased_until = ${new Date(now + leaseMs)}
        where id in (
          select id from alert_rules
          where enabled and (next_evaluation_at <= ${new Date(now)} or ${isOfAnotherClock(sql`next_evaluation_at`, latestDue(now))})
            and condition_config ->> 'kind' is distinct from 'external'
            and ${isFree(sql`leased_until`, now, instantOf(now + leaseMs))}
          order by next_evaluation_at limit ${limit} for update skip locked)
        returning *`.execute(tablesOn(client));
      return rows.map((row) => ({
        ...ruleOf(row),
        orgId: Number(row.org_id),
        dueAt: row.next_evaluation_at.getTime(),
      }));
    });
  }

  keep(due: DueRule, evaluation: Evaluation): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const tables = tablesOn(client);
      const { rows } = await sql<RuleRow>`select * from alert_rules
        where id = ${due.id} and leased_by = ${this.#self} for update`.execute(tables);
      const [rule] = rows;
      if (rule === undefined) {
        return false;
      }
      const opened = await this.#judge(tables, rule, due, evaluation);
      await this.#settle(tables, rule, due, evaluation, opened);
      await settleNotices(tables, rule, evaluation.at);
      return true;
    });
  }

  /** Answers how many instances opened. */
  async #judge(tables: Tables, rule: RuleRow, due: DueRule, { finding, at }: Evaluation): Promise<number> {
    const sets = await readSets(tables, rule.id);
    const before = { sets, errorsInARow: rule.errors_in_a_row };
    const judged = judgeRule(before, finding, ruleSettingsOf(due), beatOf(due.dueAt, at, intervalOf(due)));
    return (await keepSteps(tables, rule, sets, judged, at)).opened;
  }

  /** Answers how many. */
  forget(before: number): Promise<number> {
    return inTransaction(this.#pool, async (client) => {
      const { numAffectedRows } = await sql`delete from alert_evaluations where at < ${new Date(before)}`.execute(
        tablesOn(client)
      );
      return Number(numAffectedRows ?? 0);
    });
  }

  async #settle(tables: Tables, rule: RuleRow, due: DueRule, evaluation: Evaluation, opened: number): Promise<void> {
    const { finding, at } = evaluation;
    const next = nextEvaluation(due, intervalOf(due), at);
    const summary = summariseEvaluation(evaluation);
    await sql`with kept as (
        insert into alert_evaluations (org_id, alert_rule_id, at, duration_ms, label_sets, firing, error)
        values (${rule.org_id}, ${rule.id}, ${new Date(at)}, ${summary.duration_ms}, ${summary.label_sets},
          ${summary.firing}, ${summary.error}) on conflict do nothing)
      update alert_rules set leased_by = null, leased_until = null, last_evaluation = ${JSON.stringify(summary)},
      next_evaluation_at = ${new Date(next.at)}, missed_evaluations = missed_evaluations + ${next.missed},
      errors_in_a_row = ${'failed' in finding ? rule.errors_in_a_row + 1 : 0},
      last_triggered = ${opened > 0 ? new Date(at) : rule.last_triggered}
      where id = ${rule.id}`.execute(tables);
  }
}
