import { Type, type Static } from 'typebox';
import { calculations } from './calculations';
import { queryKinds } from './kinds';
import { mostRows } from './limits';
import { operators } from './operators';
import { OneOf } from '../scalars';

export const Filter = Type.Object(
  {
    field: Type.String({ minLength: 1, maxLength: 255 }),
    operator: OneOf(operators),
    /** An array means "any of" for `=` and "none of" for `!=`: what a multi-value variable becomes. */
    value: Type.Union([Type.String({ maxLength: 4096 }), Type.Number(), Type.Array(Type.String({ maxLength: 4096 }))]),
  },
  { additionalProperties: false }
);
export type Filter = Static<typeof Filter>;

/**
 * One query of the datasource: the JSON that a dashboard keeps. `metric` names the vital (`performance`) or the metric
 * (`metrics`); the other kinds have none. `limit` counts groups (time series, grouped tables) or rows (logs).
 */
export const Query = Type.Object({
  refId: Type.String({ minLength: 1, maxLength: 64 }),
  kind: OneOf(queryKinds),
  metric: Type.Optional(Type.String({ maxLength: 255 })),
  calculation: Type.Optional(OneOf(calculations)),
  groupBy: Type.Optional(Type.Array(Type.String({ maxLength: 255 }), { maxItems: 8 })),
  filters: Type.Optional(Type.Array(Filter, { maxItems: 50 })),
  format: Type.Optional(Type.Union([Type.Literal('time_series'), Type.Literal('table'), Type.Literal('logs')])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostRows })),
  /** `variables` only: whose values are asked for. */
  field: Type.Optional(Type.String({ maxLength: 255 })),
  /** `variables` and `annotations`: which rows they are taken from. */
  of: Type.Optional(Type.String({ maxLength: 32 })),
  /** Whether rows marked as bots count. Unless it is said, `events` leaves them out and the other kinds count them. */
  includeBots: Type.Optional(Type.Boolean()),
  intervalMs: Type.Optional(Type.Number({ minimum: 1 })),
  maxDataPoints: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type Query = Static<typeof Query>;

/** Body of `POST /api/v1/query`: several queries over one time range, each answered or refused by itself. */
export const QueryRequest = Type.Object({
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  intervalMs: Type.Optional(Type.Number({ minimum: 1 })),
  maxDataPoints: Type.Optional(Type.Integer({ minimum: 1, maximum: mostRows })),
  queries: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 50 }),
});
export type QueryRequest = Static<typeof QueryRequest>;
