import { Type, type Static } from 'typebox';
import { OneOf } from '../scalars';
import { weekdays } from './weekdays';

const strict = { additionalProperties: false };
const interval = (most: number) => Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: 1 }));

const EveryDay = Type.Object({ every: Type.Literal('day'), interval: interval(366) }, strict);

/** Weeks begin on Monday. */
const EveryWeek = Type.Object(
  {
    every: Type.Literal('week'),
    interval: interval(53),
    weekdays: Type.Array(OneOf(weekdays), { minItems: 1, maxItems: 7, uniqueItems: true }),
  },
  strict
);

/** Days count from 1; negative ones from the end, so -1 is the last. A month without the day is left out. */
const EveryMonth = Type.Object(
  {
    every: Type.Literal('month'),
    interval: interval(60),
    month_days: Type.Array(
      Type.Union([Type.Integer({ minimum: 1, maximum: 31 }), Type.Integer({ minimum: -31, maximum: -1 })]),
      { minItems: 1, maxItems: 31, uniqueItems: true }
    ),
  },
  strict
);

/** The first to fifth of a weekday in the month; -1: the last. */
const EveryMonthByWeekday = Type.Object(
  {
    every: Type.Literal('month'),
    interval: interval(60),
    weekday: OneOf(weekdays),
    nth: Type.Union([Type.Integer({ minimum: 1, maximum: 5 }), Type.Literal(-1)]),
  },
  strict
);

/** On which days something happens again; `interval` 2 is every other day, week or month. */
export const Recurrence = Type.Union([EveryDay, EveryWeek, EveryMonth, EveryMonthByWeekday]);
export type Recurrence = Static<typeof Recurrence>;
