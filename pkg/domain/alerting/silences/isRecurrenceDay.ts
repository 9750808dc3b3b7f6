import type { Recurrence } from '../../../../src/contract/alerting/Recurrence';
import { weekdays, type Weekday } from '../../../../src/contract/alerting/weekdays';

/** A day of the calendar as the number of days since 1970-01-01. */
export type DayNumber = number;

const dayMs = 86_400_000;

/** Whether something that began on the day `first` happens on `day` again. */
export function isRecurrenceDay(repeat: Recurrence, first: DayNumber, day: DayNumber): boolean {
  const { interval = 1 } = repeat;
  switch (repeat.every) {
    case 'day':
      return (day - first) % interval === 0;
    case 'week':
      return (weekOf(day) - weekOf(first)) % interval === 0 && repeat.weekdays.includes(weekdayOf(day));
    case 'month': {
      if ((monthOf(day) - monthOf(first)) % interval !== 0) {
        return false;
      }
      const dayOfMonth = dateOf(day).getUTCDate();
      const fromEnd = dayOfMonth - lastDayOfMonth(day) - 1;
      if ('month_days' in repeat) {
        return repeat.month_days.some((each) => each === dayOfMonth || each === fromEnd);
      }
      const isNth = repeat.nth === -1 ? fromEnd >= -7 : Math.ceil(dayOfMonth / 7) === repeat.nth;
      return isNth && weekdayOf(day) === repeat.weekday;
    }
  }
}

/** The number of a day of the calendar; NaN where there is none such: the 30th of February. */
export function dayNumberOf(text: string): DayNumber {
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? NaN : date.getTime() / dayMs;
}

/** The day in figures: `2026-11-30`. */
export function dayText(day: DayNumber): string {
  return dateOf(day).toISOString().slice(0, 10);
}

function dateOf(day: DayNumber): Date {
  return new Date(day * dayMs);
}

/** 1970-01-01 was a Thursday. */
function weekOf(day: DayNumber): number {
  return Math.floor((day + 3) / 7);
}

function weekdayOf(day: DayNumber): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'monday';
}

function monthOf(day: DayNumber): number {
  const date = dateOf(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function lastDayOfMonth(day: DayNumber): number {
  const date = dateOf(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
