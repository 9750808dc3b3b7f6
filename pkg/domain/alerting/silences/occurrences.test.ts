import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../../../../src/contract/alerting/Recurrence';
import { weekdays } from '../../../../src/contract/alerting/weekdays';
import { isRecurrenceDay, dayNumberOf } from './isRecurrenceDay';
import { nextOccurrence, occurrenceAt, occurrencesBetween } from './occurrences';
import type { Schedule } from './Schedule';

const hour = 3_600_000;
const day = 24 * hour;
const at = (text: string): number => Date.parse(text);
const schedule = (timeZone: string, localStart: string, durationMinutes: number, more: Partial<Schedule> = {}) => ({
  timeZone,
  localStart,
  durationMinutes,
  repeat: { every: 'day' as const },
  repeatUntil: null,
  ...more,
});
const texts = (plan: Schedule, from: string, to: string): string[] =>
  occurrencesBetween(plan, at(from), at(to)).map((span) =>
    [span.from, span.to].map((each) => new Date(each).toISOString().slice(5, 16)).join('/')
  );

describe('a window where clocks are changed', () => {
  it('of Europe/Berlin keeps its hours on both Sundays', () => {
    const plan = schedule('Europe/Berlin', '2026-01-01T01:00', 240);
    expect(texts(plan, '2026-03-28T12:00Z', '2026-03-30T12:00Z')).toEqual([
      '03-29T00:00/03-29T03:00', // 01:00 CET to 05:00 CEST: three hours
      '03-29T23:00/03-30T03:00',
    ]);
    expect(texts(plan, '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toEqual([
      '10-24T23:00/10-25T04:00', // 01:00 CEST to 05:00 CET: five hours
      '10-26T00:00/10-26T04:00',
    ]);
  });

  it('of America/New_York begins an hour later where its time does not exist, and lasts as long as ever', () => {
    const plan = schedule('America/New_York', '2026-03-07T02:30', 30);
    expect(texts(plan, '2026-03-07T00:00Z', '2026-03-10T00:00Z')).toEqual([
      '03-07T07:30/03-07T08:00',
      '03-08T07:30/03-08T08:00', // 03:30 EDT
      '03-09T06:30/03-09T07:00',
    ]);
  });

  it('of America/New_York covers both hours that have the same name', () => {
    const plan = schedule('America/New_York', '2026-10-30T01:15', 30);
    expect(texts(plan, '2026-11-01T00:00Z', '2026-11-02T00:00Z')).toEqual(['11-01T05:15/11-01T06:45']);
  });

  it('of Australia/Lord_Howe, where they are changed by half an hour', () => {
    const plan = schedule('Australia/Lord_Howe', '2026-04-03T01:45', 30);
    expect(texts(plan, '2026-04-03T00:00Z', '2026-04-05T12:00Z')).toEqual([
      '04-03T14:45/04-03T15:15',
      '04-04T14:45/04-04T15:45', // 01:45 of summer to 02:15 of winter
    ]);
    expect(texts({ ...plan, localStart: '2026-10-01T02:15' }, '2026-10-02T00:00Z', '2026-10-04T12:00Z')).toEqual([
      '10-02T15:45/10-02T16:15',
      '10-03T15:45/10-03T16:15', // 02:15 does not exist: 02:45
    ]);
  });

  it('is told before it comes', () => {
    const plan = schedule('Europe/Berlin', '2026-01-01T02:30', 60);
    expect(nextOccurrence(plan, at('2026-03-28T12:00Z'))?.from).toBe(at('2026-03-29T01:30Z'));
  });
});

describe('a window', () => {
  it('that happens once is over after it', () => {
    const plan = schedule('UTC', '2026-11-30T02:00', 60, { repeat: null });
    expect(nextOccurrence(plan, at('2026-01-01T00:00Z'))?.from).toBe(at('2026-11-30T02:00Z'));
    expect(occurrenceAt(plan, at('2026-11-30T02:00Z'))).toEqual({
      from: at('2026-11-30T02:00Z'),
      to: at('2026-11-30T03:00Z'),
    });
    expect(occurrenceAt(plan, at('2026-11-30T03:00Z'))).toBeUndefined();
    expect(nextOccurrence(plan, at('2026-11-30T02:00Z'))).toBeUndefined();
  });

  it('may begin for the last time on the day it is repeated until', () => {
    const plan = schedule('Europe/Berlin', '2026-11-30T23:30', 60, { repeatUntil: '2026-12-01' });
    expect(texts(plan, '2026-11-01T00:00Z', '2027-01-01T00:00Z')).toEqual([
      '11-30T22:30/11-30T23:30',
      '12-01T22:30/12-01T23:30',
    ]);
  });

  it('of a month that has no such day is left out, and the last day is always there', () => {
    const days = (repeat: Recurrence): string[] =>
      texts(schedule('UTC', '2027-01-01T00:00', 60, { repeat }), '2027-01-01T00:00Z', '2027-05-01T00:00Z').map((text) =>
        text.slice(0, 5)
      );
    expect(days({ every: 'month', month_days: [30] })).toEqual(['01-30', '03-30', '04-30']);
    expect(days({ every: 'month', month_days: [-1] })).toEqual(['01-31', '02-28', '03-31', '04-30']);
    expect(days({ every: 'month', weekday: 'monday', nth: 5 })).toEqual(['03-29']);
    expect(days({ every: 'month', weekday: 'sunday', nth: -1 })).toEqual(['01-31', '02-28', '03-28', '04-25']);
  });

  it('of several that hold is the one that ends last', () => {
    const plan = schedule('UTC', '2026-11-01T00:00', 3 * 24 * 60);
    expect(occurrenceAt(plan, at('2026-11-10T12:00Z'))?.to).toBe(at('2026-11-13T00:00Z'));
  });
});

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const codeOf = (weekday: string): string => weekdayCodes[weekdays.findIndex((each) => each === weekday)] ?? '';

/** The same rule in the words of RFC 5545. */
function rruleOf(repeat: Recurrence): string {
  const interval = `INTERVAL=${repeat.interval ?? 1}`;
  switch (repeat.every) {
    case 'day':
      return `FREQ=DAILY;${interval}`;
    case 'week':
      return `FREQ=WEEKLY;${interval};BYDAY=${repeat.weekdays.map(codeOf).join(',')}`;
    case 'month':
      return 'month_days' in repeat
        ? `FREQ=MONTHLY;${interval};BYMONTHDAY=${repeat.month_days.join(',')}`
        : `FREQ=MONTHLY;${interval};BYDAY=${repeat.nth}${codeOf(repeat.weekday)}`;
  }
}

const clockOf = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

const interval = fc.integer({ min: 1, max: 3 });
const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval }),
  fc.record({
    every: fc.constant('week' as const),
    interval,
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    every: fc.constant('month' as const),
    interval,
    month_days: fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -5, max: -1 })), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    every: fc.constant('month' as const),
    interval,
    weekday: fc.constantFrom(...weekdays),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, -1 as const),
  })
);

describe('occurrences', () => {
  it('begin when another implementation of RFC 5545 says, also where clocks are changed', () => {
    fc.assert(
      fc.property(
        recurrences,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 47 }),
        (repeat, timeZone, startDay, halfHour) => {
          const local = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ days: startDay, minutes: halfHour * 30 });
          const localStart = local.toString({ smallestUnit: 'minute' });
          const first = dayNumberOf(localStart.slice(0, 10));
          // Where the first day is none of the rule's, RFC 5545 leaves open what happens.
          fc.pre(isRecurrenceDay(repeat, first, first));
          const plan = { timeZone, localStart, durationMinutes: 60, repeat, repeatUntil: null };
          const dtstart = local.toZonedDateTime(timeZone);
          const from = dtstart.epochMilliseconds;
          const expected = new RRuleTemporal({ rruleString: rruleOf(repeat), dtstart })
            .between(new Date(from), new Date(from + 400 * day), true)
            .map((each) => each.epochMilliseconds)
            .filter((each) => each < from + 400 * day);
          // That implementation leaves out what does not exist on the clock.
          const found = occurrencesBetween(plan, from, from + 400 * day)
            .map((span) => span.from)
            .filter((each) => clockOf(each, timeZone) === localStart.slice(11));
          expect(found).toEqual(expected);
        }
      ),
      { numRuns: 25 }
    );
  });

  it('that hold, that come next, and that lie in a range are the same ones', () => {
    fc.assert(
      fc.property(
        recurrences,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
        fc.integer({ min: 1, max: 3 * 24 * 60 }),
        fc.integer({ min: 0, max: 365 * 24 * 4 }),
        (repeat, timeZone, durationMinutes, quarter) => {
          const plan = { timeZone, localStart: '2026-01-01T02:30', durationMinutes, repeat, repeatUntil: null };
          const t = at('2026-01-05T00:00Z') + (quarter * hour) / 4;
          const near = occurrencesBetween(plan, t - 40 * day, t + 200 * day);
          const holding = near.filter((span) => span.from <= t && t < span.to).map((span) => span.to);
          expect(occurrenceAt(plan, t)?.to).toBe(holding.length === 0 ? undefined : Math.max(...holding));
          const next = near.find((span) => span.from > t);
          expect(next === undefined || nextOccurrence(plan, t)?.from === next.from).toBe(true);
        }
      ),
      { numRuns: 100 }
    );
  });
});
