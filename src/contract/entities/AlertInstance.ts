import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';
import { Severity } from './ErrorLog';

/** One firing of a rule for one set of labels: table `alert_instances`. */
export const AlertInstance = Type.Object({
  id: Uuid,
  alert_rule_id: Uuid,
  title: Type.String({ maxLength: 512 }),
  message: Type.String({ maxLength: 8192 }),
  severity: Severity,
  status: Type.Union([Type.Literal('active'), Type.Literal('acknowledged'), Type.Literal('resolved')]),
  triggered_data: JsonObject,
  acknowledged_by: Nullable(Uuid),
  acknowledged_at: Nullable(Timestamp),
  resolved_by: Nullable(Uuid),
  resolved_at: Nullable(Timestamp),
  created_at: Timestamp,
});
export type AlertInstance = Static<typeof AlertInstance>;
