const dayMs = 86_400_000;

/** What a calendar shows at once. */
export type CalendarSpan = 'month' | 'week';

/** The days (`2026-11-29`) that a calendar of the month or the week of a day shows: whole weeks from Monday, as dates. */
export function calendarDays(day: string, span: CalendarSpan): string[] {
  const date = new Date(`${span === 'month' ? day.slice(0, 7) : day}${span === 'month' ? '-01' : ''}T00:00:00Z`);
  const first = date.getTime();
  const start = first - ((date.getUTCDay() + 6) % 7) * dayMs;
  const last = span === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) : start;
  const days: string[] = [];
  for (let next = start; next <= last || days.length % 7 !== 0; next += dayMs) {
    days.push(new Date(next).toISOString().slice(0, 10));
  }
  return days;
}
