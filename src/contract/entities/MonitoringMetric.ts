import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';

/** A numeric reading of any name: table `monitoring_metrics`. `value` is in `unit`. */
export const MonitoringMetric = Type.Object({
  id: Uuid,
  name: Type.String({ minLength: 1, maxLength: 255 }),
  value: Type.Number(),
  unit: Type.String({ maxLength: 32, examples: ['ms', 'bytes', 'count', 'percentage'] }),
  timestamp: Timestamp,
  session_id: Nullable(Type.String({ maxLength: 128 })),
  user_id: Nullable(Uuid),
  metadata: JsonObject,
  created_at: Timestamp,
});
export type MonitoringMetric = Static<typeof MonitoringMetric>;
