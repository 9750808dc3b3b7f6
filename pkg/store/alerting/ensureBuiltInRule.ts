import { sql } from 'kysely';
import { criticalErrors, criticalErrorsRule } from '../../domain/alerting/rules/builtInRules';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';

/** Makes the rule over critical errors of an organisation, unless it has one, or a rule of that name. */
export async function ensureBuiltInRule(tables: Tables, orgId: number, now: number): Promise<void> {
  const { name, description, severity, condition_type, condition_config, title_template, message_template } =
    criticalErrorsRule;
  await sql`insert into alert_rules (id, org_id, name, description, severity, condition_type, condition_config, enabled,
      created_at, updated_at, next_evaluation_at, title_template, message_template, built_in)
    values (${uuidV7(now)}, ${orgId}, ${name}, ${description ?? ''}, ${severity}, ${condition_type},
      ${JSON.stringify(condition_config)}, true, ${new Date(now)}, ${new Date(now)}, ${new Date(now)},
      ${title_template ?? null}, ${message_template ?? null}, ${criticalErrors})
    on conflict do nothing`.execute(tables);
}
