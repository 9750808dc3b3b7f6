import { Type, type Static } from 'typebox';
import { JsonObject, Nullable, Timestamp, Uuid } from '../scalars';

/** Something a visitor did or a page reported: table `analytics_events`. */
export const AnalyticsEvent = Type.Object({
  id: Uuid,
  user_id: Nullable(Uuid),
  event_type: Type.String({ minLength: 1, maxLength: 64, examples: ['page_view', 'user_action', 'error', 'log'] }),
  event_data: JsonObject,
  session_id: Nullable(Type.String({ maxLength: 128 })),
  device_info: JsonObject,
  page_url: Nullable(Type.String({ maxLength: 2048 })),
  referrer: Nullable(Type.String({ maxLength: 2048 })),
  timestamp: Timestamp,
  created_at: Timestamp,
});
export type AnalyticsEvent = Static<typeof AnalyticsEvent>;
