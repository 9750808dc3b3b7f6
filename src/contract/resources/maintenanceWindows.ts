import { Type, type Static } from 'typebox';
import { LabelMatchers } from '../alerting/LabelMatcher';
import { muteStatuses } from '../alerting/muteStates';
import { Recurrence } from '../alerting/Recurrence';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

/** What a person decides about a window. */
const settings = {
  name: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }),
  comment: Type.String({ maxLength: 2000 }),
  /** Alerts whose labels fit all of these; none: no alert by its labels. */
  matchers: LabelMatchers,
  /** Health checks of these services, and alerts whose label `service_name` is one of them. `*`: all services. */
  services: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 100 }),
  /** An IANA name such as `Europe/Berlin`. */
  time_zone: Type.String({ minLength: 1, maxLength: 100 }),
  /** When it first begins, on the clocks of that zone: `2026-11-30T02:00`. */
  local_start: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }),
  /** How long each lasts by those clocks, so that 02:00 to 04:00 ends at 04:00 also when they are changed. */
  duration_minutes: Type.Integer({ minimum: 1, maximum: 31 * 24 * 60 }),
  /** Null: once. */
  repeat: Nullable(Recurrence),
  /** The last day on which one may begin; null: for ever. */
  repeat_until: Nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
};

/** Work that was announced: alerts open and end, checks go on, but nobody is told and nothing counts as down. */
export const MaintenanceWindow = Type.Object({
  id: Uuid,
  ...settings,
  /** `pending` also between two occurrences. */
  status: OneOf(muteStatuses),
  /** The one that holds now, else the next; null: there is none any more. */
  occurrence: Nullable(Type.Object({ starts_at: Timestamp, ends_at: Timestamp })),
  created_login: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
  version: Type.Integer(),
  /** True: it comes from a file and is changed there. */
  provisioned: Type.Optional(Type.Boolean()),
  /** Which file, below the provisioning folder. */
  provisioned_file: Type.Optional(Type.String()),
});
export type MaintenanceWindow = Static<typeof MaintenanceWindow>;

/** Which are listed; of any status unless it is given: one, or several with commas between them. */
export const MaintenanceWindowQuery = Type.Object({
  ...PageQuery.properties,
  status: Type.Optional(Type.String({ maxLength: 100 })),
});

const { name, time_zone, local_start, duration_minutes, ...others } = settings;

/** Refused where it names neither services nor matchers. */
export const CreateMaintenanceWindow = Type.Object(
  { name, time_zone, local_start, duration_minutes, ...Type.Partial(Type.Object(others)).properties },
  { additionalProperties: false }
);
export type CreateMaintenanceWindow = Static<typeof CreateMaintenanceWindow>;

export const UpdateMaintenanceWindow = Type.Object(
  {
    ...Type.Partial(Type.Object(settings)).properties,
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false }
);
export type UpdateMaintenanceWindow = Static<typeof UpdateMaintenanceWindow>;
