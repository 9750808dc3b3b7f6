import { Type, type Static } from 'typebox';
import { defaultLabelSets, errorPolicies, noDataPolicies } from '../alerting/words';
import { AlertRule } from '../entities/AlertRule';
import { JsonObject, Nullable, OneOf, Timestamp } from '../scalars';

const Template = Type.String({ maxLength: 2048 });
const Labels = Type.Record(Type.String({ pattern: '^[a-zA-Z_][a-zA-Z0-9_]{0,63}$' }), Type.String({ maxLength: 255 }), {
  maxProperties: 20,
  // Otherwise the pattern of the names would say nothing of names that do not match it.
  additionalProperties: false,
});

/** What a person decides about a rule beside the columns of the entity. */
const settings = {
  /** Added to the labels of its instances, for silences and channels to go by. */
  labels: Labels,
  /** Null: made of the condition. */
  title_template: Nullable(Template),
  message_template: Nullable(Template),
  no_data: OneOf(noDataPolicies),
  on_error: OneOf(errorPolicies),
  /** How long it must be recovered before an instance is resolved. */
  keep_firing_minutes: Type.Integer({ minimum: 0, maximum: 24 * 60 }),
  /** How often to tell again of an active instance; null: never. */
  reminder_minutes: Nullable(Type.Integer({ minimum: 1, maximum: 30 * 24 * 60 })),
  /** Instances that may be open at once; one more says how many are left out. */
  max_label_sets: Type.Integer({ minimum: 1, maximum: 1000, default: defaultLabelSets }),
  /** After how long without data an instance is resolved. */
  stale_hours: Type.Integer({ minimum: 1, maximum: 30 * 24 }),
};

/** How the latest evaluation went. */
export const RuleEvaluation = Type.Object({
  at: Timestamp,
  duration_ms: Type.Integer(),
  /** Label sets that were judged, and how many of them were beyond the limit. */
  label_sets: Type.Integer(),
  firing: Type.Integer(),
  /** Why it found nothing; null where it did. */
  error: Nullable(Type.String()),
});
export type RuleEvaluation = Static<typeof RuleEvaluation>;

/** A rule with its settings and how it fares. */
export const AlertRuleDetail = Type.Object({
  ...AlertRule.properties,
  ...settings,
  version: Type.Integer(),
  updated_at: Timestamp,
  /** Null: never evaluated yet. */
  last_evaluation: Nullable(RuleEvaluation),
  /** Evaluations that came too late to be made. */
  missed_evaluations: Type.Integer(),
  /** True: it comes from a file and is changed there. */
  provisioned: Type.Optional(Type.Boolean()),
  /** Which file, below the provisioning folder. */
  provisioned_file: Type.Optional(Type.String()),
  /** Instances that are not resolved. */
  open_instances: Type.Integer(),
  /** Instances that opened on each of the last seven days (UTC), today last. */
  fired_days: Type.Array(Type.Integer()),
  /** Firings that its cooldown kept back since the latest instances of its label sets. */
  suppressed: Type.Integer(),
});
export type AlertRuleDetail = Static<typeof AlertRuleDetail>;

const { name, description, condition_type, severity, enabled, notification_channels, cooldown_minutes } =
  AlertRule.properties;

const optional = Type.Partial(
  Type.Object({ description, enabled, notification_channels, cooldown_minutes, ...settings })
).properties;

export const CreateAlertRule = Type.Object(
  { name, condition_type, condition_config: JsonObject, severity, ...optional },
  { additionalProperties: false }
);
export type CreateAlertRule = Static<typeof CreateAlertRule>;

/** Refused with 409 where the rule has changed since `expected_version`. */
export const UpdateAlertRule = Type.Object(
  {
    ...Type.Partial(Type.Object({ ...CreateAlertRule.properties })).properties,
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false }
);
export type UpdateAlertRule = Static<typeof UpdateAlertRule>;
