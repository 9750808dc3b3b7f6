const dayMs = 86_400_000;

/** The days that a calendar of a month (`2026-11`) shows: whole weeks from Monday, as dates. */
export function calendarDays(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const date = new Date(first);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  const days: string[] = [];
  for (let day = start; day <= last || days.length % 7 !== 0; day += dayMs) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
