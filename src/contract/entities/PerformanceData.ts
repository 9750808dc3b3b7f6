import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';

/** One report of a Web Vital or another page timing: table `performance_data`. `metric_value` is in `metric_unit`. */
export const PerformanceData = Type.Object({
  id: Uuid,
  user_id: Nullable(Uuid),
  session_id: Nullable(Type.String({ maxLength: 128 })),
  metric_type: Type.String({ minLength: 1, maxLength: 64, examples: ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] }),
  metric_value: Type.Number(),
  metric_unit: Type.String({ maxLength: 32, examples: ['ms', 'score'] }),
  page_url: Nullable(Type.String({ maxLength: 2048 })),
  device_info: JsonObject,
  timestamp: Timestamp,
  created_at: Timestamp,
});
export type PerformanceData = Static<typeof PerformanceData>;
