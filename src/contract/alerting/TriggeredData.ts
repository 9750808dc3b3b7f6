import { Type, type Static } from 'typebox';
import { Nullable, OneOf, Timestamp } from '../scalars';
import { ConditionQuery } from './conditions';
import { measuredUnits } from './MeasuredUnit';
import { comparisons } from './words';

/** What an instance keeps of the moment at which it opened: `triggered_data` of those that a rule's condition opened. */
export const TriggeredData = Type.Object({
  value: Nullable(Type.Number()),
  /** What the value was held against, where the condition has such a number. */
  limit: Nullable(Type.Number()),
  recovery_limit: Nullable(Type.Number()),
  operator: Nullable(OneOf(comparisons)),
  /** Of value and limit; null where only the data knows it. Instances of older versions have none. */
  unit: Type.Optional(Nullable(OneOf(measuredUnits))),
  /** What a person calls what it is about, where the labels alone do not tell: the name of an error. */
  subject: Type.Optional(Type.String()),
  window_minutes: Nullable(Type.Number()),
  /** The time that the value is of. */
  window: Nullable(Type.Object({ from: Timestamp, to: Timestamp })),
  /** What the rule asked, about this instance's labels alone; null where its condition asks no query. */
  query: Nullable(ConditionQuery),
  /** Pages of the app that show the data, without Grafana's sub path. */
  links: Type.Object({ page: Type.Optional(Type.String()) }),
  /** The value at some evaluations before, the last one being the one that fired. It comes a moment after the instance. */
  series: Type.Optional(
    Nullable(Type.Object({ times: Type.Array(Timestamp), values: Type.Array(Nullable(Type.Number())) }))
  ),
});
export type TriggeredData = Static<typeof TriggeredData>;
