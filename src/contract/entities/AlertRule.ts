import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';
import { Severity } from './ErrorLog';

/** When to tell whom about what: table `alert_rules`. */
export const AlertRule = Type.Object({
  id: Uuid,
  name: Type.String({ minLength: 1, maxLength: 255 }),
  description: Type.String({ maxLength: 4096 }),
  condition_type: Type.Union([Type.Literal('threshold'), Type.Literal('trend'), Type.Literal('pattern')]),
  condition_config: JsonObject,
  severity: Severity,
  enabled: Type.Boolean(),
  notification_channels: Type.Array(Type.String(), { examples: [['email', 'slack']] }),
  cooldown_minutes: Type.Integer({ minimum: 0 }),
  last_triggered: Nullable(Timestamp),
  created_by: Nullable(Uuid),
  created_at: Timestamp,
});
export type AlertRule = Static<typeof AlertRule>;
