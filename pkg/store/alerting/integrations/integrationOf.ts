import type { Selectable } from 'kysely';
import type { KeptIntegration } from '../../../domain/alerting/integrations/IntegrationRepository';
import type { Schema } from '../../connections/Schema';

export type IntegrationRow = Selectable<Schema['integrations']>;

/** An integration as callers see it. */
export function integrationOf(row: IntegrationRow): KeptIntegration {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    alert_rule_id: row.alert_rule_id,
    hint: row.hint,
    created_login: row.created_login,
    created_at: row.created_at.toISOString(),
    last_received_at: row.last_received_at?.toISOString() ?? null,
    last_problem: row.last_problem,
    version: row.version,
  };
}
