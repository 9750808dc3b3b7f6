import { sql } from 'kysely';
import type { Fragment } from './compileStatement';

/**
 * Instances of alerts with the columns that queries know, as one table. `app` is the app that their labels name; those of
 * other systems name none. Who deleted a rule keeps its instances, under no rule's name.
 */
export const alertRows: Fragment = sql`(
  select i.id, i.org_id, i.created_at as timestamp, i.resolved_at, i.title, i.message, i.severity, i.status, i.concern,
    i.labels, i.last_value, i.firings, i.acknowledged_at, i.acknowledged_login, i.assigned_login as assigned_to,
    i.acknowledged_login as acknowledged_by, i.version, (i.triggered_data ->> 'limit')::float8 as "limit",
    i.triggered_data ->> 'operator' as operator, i.triggered_data ->> 'unit' as unit,
    i.triggered_data ->> 'subject' as subject, i.resolve_reason, i.alert_rule_id, coalesce(r.name, '') as alert_rule, i.labels ->> 'app' as app
  from public.alert_instances i left join public.alert_rules r on r.id = i.alert_rule_id
)`;
