import { Type, type Static } from 'typebox';
import { JsonObject, Timestamp, Uuid } from '../scalars';

/** A person's dashboard: table `dashboards`. The widgets live in `widget_configs`. */
export const Dashboard = Type.Object({
  id: Uuid,
  user_id: Uuid,
  name: Type.String({ minLength: 1, maxLength: 255 }),
  description: Type.String({ maxLength: 4096 }),
  layout_config: JsonObject,
  widget_configs: Type.Array(JsonObject),
  is_public: Type.Boolean(),
  is_default: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type Dashboard = Static<typeof Dashboard>;
