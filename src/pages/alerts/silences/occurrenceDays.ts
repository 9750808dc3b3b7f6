import type { Recurrence } from '../../../contract/alerting/Recurrence';
import { weekdays, type Weekday } from '../../../contract/alerting/weekdays';
import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';

const dayMs = 86_400_000;
/** Occurrences that are looked through at most: a daily window of ten years. */
const most = 4000;

/** Dates of a calendar are `2026-11-30`, without a time zone: those of the window's own clocks. */
const asDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const asMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);

type Planned = Pick<MaintenanceWindow, 'local_start' | 'repeat' | 'repeat_until'>;

/**
 * The days from `from` to `to` (dates, both included) on which a window begins, by the clocks of its time zone. When
 * exactly that is, and whether it holds now, the server says.
 */
export function occurrenceDays({ local_start, repeat, repeat_until }: Planned, from: string, to: string): string[] {
  const first = local_start.slice(0, 10);
  const last = repeat_until !== null && repeat_until < to ? repeat_until : to;
  if (repeat === null) {
    return first >= from && first <= to ? [first] : [];
  }
  const days: string[] = [];
  const start = asMs(first);
  const end = Math.min(asMs(last), start + most * dayMs);
  for (let day = Math.max(start, asMs(from)); day <= end; day += dayMs) {
    if (happensOn(repeat, day, start)) {
      days.push(asDate(day));
    }
  }
  return days;
}

function happensOn(repeat: Recurrence, day: number, start: number): boolean {
  const { interval = 1 } = repeat;
  switch (repeat.every) {
    case 'day':
      return Math.round((day - start) / dayMs) % interval === 0;
    case 'week':
      return (
        repeat.weekdays.includes(weekdayOf(day)) &&
        Math.round((mondayOf(day) - mondayOf(start)) / (7 * dayMs)) % interval === 0
      );
    case 'month':
      return monthsBetween(start, day) % interval === 0 && isDayOfMonth(repeat, day);
  }
}

function isDayOfMonth(repeat: Extract<Recurrence, { every: 'month' }>, day: number): boolean {
  const date = new Date(day);
  const number = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  if ('month_days' in repeat) {
    return repeat.month_days.some((wanted) => (wanted > 0 ? wanted : length + 1 + wanted) === number);
  }
  return (
    weekdayOf(day) === repeat.weekday &&
    (repeat.nth === -1 ? number + 7 > length : Math.ceil(number / 7) === repeat.nth)
  );
}

function weekdayOf(day: number): Weekday {
  return weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? 'monday';
}

function mondayOf(day: number): number {
  return day - weekdays.indexOf(weekdayOf(day)) * dayMs;
}

function monthsBetween(start: number, day: number): number {
  const [one, other] = [new Date(start), new Date(day)];
  return (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth();
}
