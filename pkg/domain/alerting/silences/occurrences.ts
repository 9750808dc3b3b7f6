import { Temporal } from 'temporal-polyfill';
import { dayNumberOf, dayText, isRecurrenceDay, type DayNumber } from './isRecurrenceDay';
import type { Schedule, Span } from './Schedule';

const dayMs = 86_400_000;
/** Local dates differ from UTC's by one at most. */
const zoneDays = 1;
/** The fifth Monday of every twelfth month may be away for 28 years. */
const farthestDays = 30 * 366;

/** All occurrences that have a part between `from` and `to`, epoch milliseconds, in order. */
export function occurrencesBetween(schedule: Schedule, from: number, to: number): Span[] {
  const longestDays = Math.ceil(schedule.durationMinutes / (24 * 60));
  const earliest = Math.floor(from / dayMs) - longestDays - zoneDays - 1;
  const latest = Math.floor(to / dayMs) + zoneDays;
  return [...daysOf(schedule, earliest, latest)]
    .map((day) => spanOf(schedule, day))
    .filter((span) => span.from < to && span.to > from);
}

/** The occurrence that holds at `t`; of several the one that ends last. */
export function occurrenceAt(schedule: Schedule, t: number): Span | undefined {
  return occurrencesBetween(schedule, t, t + 1).toSorted((a, b) => b.to - a.to)[0];
}

/** The first occurrence that begins after `t`. */
export function nextOccurrence(schedule: Schedule, t: number): Span | undefined {
  const first = dayNumberOf(schedule.localStart.slice(0, 10));
  const earliest = Math.max(first, Math.floor(t / dayMs) - zoneDays);
  for (const day of daysOf(schedule, earliest, earliest + farthestDays)) {
    const span = spanOf(schedule, day);
    if (span.from > t) {
      return span;
    }
  }
  return undefined;
}

/** Days from `earliest` to `latest` on which one begins. */
function* daysOf(schedule: Schedule, earliest: DayNumber, latest: DayNumber): Generator<DayNumber> {
  const first = dayNumberOf(schedule.localStart.slice(0, 10));
  const { repeat, repeatUntil } = schedule;
  const last = repeat === null ? first : Math.min(latest, repeatUntil === null ? latest : dayNumberOf(repeatUntil));
  for (let day = Math.max(first, earliest); day <= last && day <= latest; day += 1) {
    if (repeat === null || isRecurrenceDay(repeat, first, day)) {
      yield day;
    }
  }
}

/**
 * The occurrence that begins on a day. Where clocks are changed, a time that does not exist is taken by the offset before
 * the change (RFC 5545, 3.3.5), rather than left out as that document has it for rules: work that was announced must not
 * wake anybody. Of a time that exists twice the first is the begin and the second the end.
 */
function spanOf({ localStart, timeZone, durationMinutes }: Schedule, day: DayNumber): Span {
  const local = Temporal.PlainDateTime.from(`${dayText(day)}${localStart.slice(10)}`);
  const start = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  const end = start
    .toPlainDateTime()
    .add({ minutes: durationMinutes })
    .toZonedDateTime(timeZone, { disambiguation: 'later' });
  return { from: start.epochMilliseconds, to: end.epochMilliseconds };
}
