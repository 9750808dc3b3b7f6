import { Type, type Static } from 'typebox';
import { AlertRule } from '../entities/AlertRule';
import { Nullable, OneOf, Timestamp } from '../scalars';
import { AlertRuleDetail, CreateAlertRule } from './alertRules';

const strict = { additionalProperties: false };
const { name, severity, ...needed } = CreateAlertRule.properties;

/** What the server says of a stored rule: taken and ignored, so that a rule can be tried as it was read. */
const readOnly = Object.fromEntries(
  Object.keys({ ...AlertRule.properties, ...AlertRuleDetail.properties })
    .filter((field) => !Object.hasOwn(CreateAlertRule.properties, field))
    .map((field) => [field, Type.Optional(Type.Unknown())])
);

/** A rule that may not be stored yet, and the time over which it is to be tried: 31 days at most. */
export const PreviewAlertRule = Type.Object(
  {
    rule: Type.Object({ ...readOnly, ...needed, name: Type.Optional(name), severity: Type.Optional(severity) }, strict),
    from: Timestamp,
    to: Timestamp,
  },
  strict
);
export type PreviewAlertRule = Static<typeof PreviewAlertRule>;

const Labels = Type.Record(Type.String(), Type.String());

/** An instance that the rule would have opened. */
export const PreviewedInstance = Type.Object({
  labels: Labels,
  concern: OneOf(['condition', 'no data', 'error', 'too many'] as const),
  /** What a person calls it, where the labels alone do not tell. */
  subject: Nullable(Type.String()),
  started_at: Timestamp,
  /** Null: still open at the end of the range. */
  ended_at: Nullable(Timestamp),
  /** The value furthest beyond the limit. */
  peak_value: Nullable(Type.Number()),
});
export type PreviewedInstance = Static<typeof PreviewedInstance>;

/** The value that was judged at each point, the newest of the evaluations that the point stands for. */
export const PreviewedSeries = Type.Object({
  labels: Labels,
  /** One for each of `times`; null: no data. */
  values: Type.Array(Nullable(Type.Number())),
});
export type PreviewedSeries = Static<typeof PreviewedSeries>;

/** What a rule would have done, beginning at `from` with nothing open. */
export const AlertPreview = Type.Object({
  from: Timestamp,
  to: Timestamp,
  /** How many evaluations were made, and how many seconds lie between two of them. */
  evaluations: Type.Integer(),
  step_seconds: Type.Number(),
  /** Evaluations that could not be made, and why the latest one could not. */
  failed: Type.Integer(),
  error: Nullable(Type.String()),
  /** By their beginning. */
  instances: Type.Array(PreviewedInstance),
  /** How many there would have been, also beyond those that are listed. */
  instance_count: Type.Integer(),
  /** Firings that the cooldown or the limit of label sets kept from opening an instance. */
  suppressed: Type.Integer(),
  /** What values are held against, and what they must pass again; null where the condition has no such number. */
  limit: Nullable(Type.Number()),
  recovery_limit: Nullable(Type.Number()),
  times: Type.Array(Timestamp),
  /** Those with instances first. */
  series: Type.Array(PreviewedSeries),
  /** Label sets that were judged, also beyond those that `series` shows. */
  label_sets: Type.Integer(),
  /** What this answer leaves out or makes coarser, and how it may differ from what was; for a person. */
  notes: Type.Array(Type.String()),
});
export type AlertPreview = Static<typeof AlertPreview>;
