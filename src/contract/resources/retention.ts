import { Type, type Static } from 'typebox';
import { mostRetentionDays, retainedData, retentionTiers } from '../retentionTable';
import { Nullable, OneOf, Timestamp } from '../scalars';

const rule = {
  data: OneOf(retainedData),
  tier: OneOf(retentionTiers),
  /** Whole UTC days: a day goes when even its last instant is older. */
  days: Type.Integer({ minimum: 1, maximum: mostRetentionDays }),
};

/** How long an organisation keeps something. */
export const RetentionPolicy = Type.Object({
  ...rule,
  default_days: Type.Integer(),
  /** When it was last changed; null: it is the default. */
  updated_at: Nullable(Timestamp),
});
export type RetentionPolicy = Static<typeof RetentionPolicy>;

/** All that shall differ from the defaults: what is not named returns to its default. */
export const SetRetentionPolicies = Type.Object(
  {
    policies: Type.Array(Type.Object(rule, { additionalProperties: false }), { maxItems: 100 }),
    /** States that days beyond a default are meant: they cost space, and keep personal data for longer. */
    allow_longer: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false }
);
export type SetRetentionPolicies = Static<typeof SetRetentionPolicies>;
