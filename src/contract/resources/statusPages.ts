import { Type, type Static } from 'typebox';
import { Timestamp, Uuid } from '../scalars';

/** A check that a public page shows, under a name of its own: what a service is called inside stays inside. */
export const StatusPageService = Type.Object(
  {
    check_id: Uuid,
    display_name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  },
  { additionalProperties: false }
);
export type StatusPageService = Static<typeof StatusPageService>;

const settings = {
  /** The last part of its address. */
  slug: Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$' }),
  title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  description: Type.String({ maxLength: 2000 }),
  /** Off: the address answers as if there were no such page. */
  enabled: Type.Boolean(),
  services: Type.Array(StatusPageService, { maxItems: 200 }),
};

/** A page that anybody can look at, with the services that were chosen for it and nothing else. */
export const StatusPage = Type.Object({
  id: Uuid,
  ...settings,
  url: Type.String(),
  version: Type.Integer(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type StatusPage = Static<typeof StatusPage>;

const strict = { additionalProperties: false };
const { slug, title, ...optional } = settings;

/** Off unless `enabled` says otherwise. */
export const CreateStatusPage = Type.Object({ slug, title, ...Type.Partial(Type.Object(optional)).properties }, strict);
export type CreateStatusPage = Static<typeof CreateStatusPage>;

/** What is left out stays. Refused with 409 where the page has changed since `expected_version`. */
export const UpdateStatusPage = Type.Object(
  {
    ...Type.Partial(Type.Object(settings)).properties,
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict
);
export type UpdateStatusPage = Static<typeof UpdateStatusPage>;
