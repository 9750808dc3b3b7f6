import { Type, type Static, type TProperties } from 'typebox';
import { Severity } from '../entities/ErrorLog';
import { Filter, Query } from '../query/Query';
import { OneOf } from '../scalars';
import { comparedWindows, comparisons, longestWindow, shortestEvaluationInterval } from './words';

const strict = { additionalProperties: false };
const Minutes = Type.Integer({ minimum: 1, maximum: longestWindow });
const Count = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });
const Wait = Type.Integer({ minimum: 0, maximum: 24 * 60 });

/** What a condition looks at: a query of the datasource; time range, format and interval come from the rule. */
export const ConditionQuery = Type.Object(
  {
    kind: Query.properties.kind,
    metric: Query.properties.metric,
    calculation: Query.properties.calculation,
    groupBy: Query.properties.groupBy,
    filters: Query.properties.filters,
    includeBots: Query.properties.includeBots,
  },
  strict
);
export type ConditionQuery = Static<typeof ConditionQuery>;

/** What every condition may say about its pace. `version` is the version of its shape. */
const pace = {
  version: Type.Optional(Type.Literal(1)),
  evaluation_interval_seconds: Type.Optional(
    Type.Integer({ minimum: shortestEvaluationInterval, maximum: 24 * 60 * 60 })
  ),
  /** How late data may be and still count, in seconds: windows end that long ago. */
  delay_seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
};
/** How long it must fire before an instance opens; patterns have windows instead. */
const patience = { for_minutes: Type.Optional(Wait) };

/** A value over a window, held against a limit. */
export const ThresholdCondition = Type.Object(
  {
    ...pace,
    ...patience,
    query: ConditionQuery,
    window_minutes: Minutes,
    operator: OneOf(comparisons),
    value: Type.Number(),
    /** Until the value is on the other side of this one, an instance stays open. Unless given: `value`. */
    recovery_value: Type.Optional(Type.Number()),
    min_samples: Type.Optional(Count),
  },
  strict
);
export type ThresholdCondition = Static<typeof ThresholdCondition>;

/** How much a value differs from an earlier window's. */
export const ComparedTrendCondition = Type.Object(
  {
    ...pace,
    ...patience,
    query: ConditionQuery,
    window_minutes: Minutes,
    compare: OneOf(comparedWindows),
    change: OneOf(['percent', 'absolute'] as const),
    operator: OneOf(comparisons),
    value: Type.Number(),
    recovery_value: Type.Optional(Type.Number()),
    min_samples: Type.Optional(Count),
  },
  strict
);
export type ComparedTrendCondition = Static<typeof ComparedTrendCondition>;

/** A value that rises or falls steadily over some windows. */
export const SteadyTrendCondition = Type.Object(
  {
    ...pace,
    ...patience,
    query: ConditionQuery,
    window_minutes: Minutes,
    windows: Type.Integer({ minimum: 3, maximum: 100 }),
    direction: OneOf(['rise', 'fall'] as const),
    /** Slope a window, in percent of the windows' median. */
    min_change_percent: Type.Number({ exclusiveMinimum: 0 }),
    min_samples: Type.Optional(Count),
  },
  strict
);
export type SteadyTrendCondition = Static<typeof SteadyTrendCondition>;

const Pattern = <K extends string, P extends TProperties>(kind: K, properties: P) =>
  Type.Object({ ...pace, kind: Type.Literal(kind), ...properties }, strict);

const Filters = Type.Object({ filters: Type.Array(Filter, { maxItems: 50 }) }, strict);

/** Things that a threshold cannot say; `kind` says which. */
export const PatternCondition = Type.Union([
  Pattern('message', {
    regex: Type.String({ minLength: 1, maxLength: 1024 }),
    in_stack: Type.Optional(Type.Boolean()),
    min_count: Type.Optional(Count),
    min_users: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
    window_minutes: Minutes,
  }),
  Pattern('new_group', { min_severity: Type.Optional(Severity), window_minutes: Minutes }),
  Pattern('regressed', { min_severity: Type.Optional(Severity), window_minutes: Minutes }),
  Pattern('spread', { by: OneOf(['users', 'pages', 'releases'] as const), min: Count, window_minutes: Minutes }),
  Pattern('sequence', {
    a: Filters,
    b: Filters,
    expect_b: Type.Boolean(),
    within_minutes: Minutes,
    min_count: Type.Optional(Count),
    window_minutes: Minutes,
  }),
  Pattern('rate', { query: ConditionQuery, per_minute_above: Type.Number({ minimum: 0 }), window_minutes: Minutes }),
  Pattern('absence', {
    query: ConditionQuery,
    for_minutes: Minutes,
    only_if_seen_yesterday: Type.Optional(Type.Boolean()),
  }),
  Pattern('health', {
    service_name: Type.String({ minLength: 1, maxLength: 255 }),
    status: OneOf(['degraded', 'down'] as const),
    for_results: Type.Optional(Count),
  }),
  Pattern('certificate', { days: Type.Integer({ minimum: 1, maximum: 3650 }) }),
]);
export type PatternCondition = Static<typeof PatternCondition>;

/** Another system judges, and sends what it finds to the integration: nothing is evaluated here (ADR 0120). */
export const ExternalCondition = Type.Object(
  { ...pace, kind: Type.Literal('external'), integration_id: Type.String({ format: 'uuid' }) },
  strict
);
export type ExternalCondition = Static<typeof ExternalCondition>;
