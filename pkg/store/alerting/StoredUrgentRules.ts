import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { UrgentRules } from '../../domain/alerting/rules/UrgentRules';
import { withTables } from '../connections/withTables';
import { ensureBuiltInRule } from './ensureBuiltInRule';

/** What makes a rule one about critical errors: it counts nothing else, or asks for groups as bad as that. */
const isAboutCritical = sql`(
  condition_config->'query'->'filters' @> '[{"field": "severity", "operator": "=", "value": "critical"}]'
  or condition_config->>'min_severity' = 'critical')`;

/** Rules over critical errors, in the database: due for every process, so that the first with time evaluates them. */
export class StoredUrgentRules implements UrgentRules {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  hurry(orgId: number, now: number): Promise<boolean> {
    return withTables(this.#pool, orgId, async (tables) => {
      await ensureBuiltInRule(tables, orgId, now);
      const at = new Date(now);
      const { rows } = await sql<{ busy: boolean }>`select coalesce(bool_or(leased_until > ${at}), false) as busy
        from alert_rules where org_id = ${orgId} and enabled and ${isAboutCritical}`.execute(tables);
      // A rule that waits for late data would not see the error now.
      await sql`update alert_rules set next_evaluation_at = least(next_evaluation_at,
          ${at}::timestamptz + make_interval(secs => coalesce((condition_config->>'delay_seconds')::float8, 10)))
        where org_id = ${orgId} and enabled and (leased_until is null or leased_until <= ${at})
          and ${isAboutCritical}`.execute(tables);
      return rows[0]?.busy !== true;
    });
  }
}
