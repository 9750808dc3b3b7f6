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

const Rules = Type.Array(Type.Object(rule, { additionalProperties: false }), { maxItems: 100 });

/** All that shall differ from the defaults: what is not named returns to its default. */
export const SetRetentionPolicies = Type.Object(
  {
    policies: Rules,
    /** What differed from the defaults when the caller read them: 409 where that is no longer so. */
    expected: Type.Optional(Rules),
    /** States that days beyond a default are meant: they cost space, and keep personal data for longer. */
    allow_longer: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false }
);
export type SetRetentionPolicies = Static<typeof SetRetentionPolicies>;

/** What an organisation keeps at this moment. */
export const KeptData = Type.Object({
  data: rule.data,
  tier: rule.tier,
  /** Bytes on disk, of all organisations of the server together; null: it lies in the table of another tier. */
  bytes: Nullable(Type.Integer()),
  /** The first UTC day of which the organisation has something; null: there is nothing. */
  since: Nullable(Type.String({ format: 'date' })),
  /** The UTC day on which the oldest of it is deleted. */
  goes_on: Nullable(Type.String({ format: 'date' })),
});
export type KeptData = Static<typeof KeptData>;
