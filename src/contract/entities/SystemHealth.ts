import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';

/** The outcome of one look at a service: table `system_health`. `error_rate` is a share from 0 to 1. */
export const SystemHealth = Type.Object({
  id: Uuid,
  service_name: Type.String({ minLength: 1, maxLength: 255 }),
  status: Type.Union([Type.Literal('healthy'), Type.Literal('degraded'), Type.Literal('down')]),
  response_time_ms: Nullable(Type.Number({ minimum: 0 })),
  error_rate: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
  last_error: Nullable(Type.String({ maxLength: 2048 })),
  metadata: JsonObject,
  checked_at: Timestamp,
  created_at: Timestamp,
});
export type SystemHealth = Static<typeof SystemHealth>;
