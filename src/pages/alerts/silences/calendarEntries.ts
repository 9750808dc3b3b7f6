import type { MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import type { Silence } from '../../../contract/resources/silences';
import { occurrenceDays } from './occurrenceDays';

/** Something in a day of the calendar. */
export interface CalendarEntry {
  kind: 'silence' | 'window';
  id: string;
  /** A date. */
  day: string;
  name: string;
  /** When it begins on that day, or that it goes on. */
  text: string;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/**
 * What is muted on the days from `from` to `to` (dates, both included).
 * @param local an instant as `2026-11-29 14:05` on the clocks of whoever looks
 */
export function entriesOf(
  windows: readonly MaintenanceWindow[],
  silences: readonly Silence[],
  from: string,
  to: string,
  local: (at: string) => string
): CalendarEntry[] {
  return [
    ...windows.flatMap((window) => windowEntries(window, from, to)),
    ...silences.flatMap((silence) => silenceEntries(silence, from, to, local)),
  ];
}

function windowEntries(window: MaintenanceWindow, from: string, to: string): CalendarEntry[] {
  const { id, name, local_start, duration_minutes } = window;
  const time = local_start.slice(11);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  // Days that it reaches into after the one on which it begins.
  const more = Math.floor((hours * 60 + minutes + duration_minutes - 1) / 1440);
  const days = occurrenceDays(window, shifted(from, -more), to);
  return days.flatMap((first) =>
    Array.from({ length: more + 1 }, (_, later) => ({ day: shifted(first, later), text: later === 0 ? time : '…' }))
      .filter(({ day }) => day >= from && day <= to)
      .map(({ day, text }) => ({ kind: 'window' as const, id, day, name, text }))
  );
}

function silenceEntries(
  { id, name, comment, starts_at, ends_at }: Silence,
  from: string,
  to: string,
  local: (at: string) => string
): CalendarEntry[] {
  const [firstDay = '', time = ''] = local(starts_at).split(' ');
  const [lastDay = ''] = local(ends_at).split(' ');
  const entries: CalendarEntry[] = [];
  const end = lastDay < to ? lastDay : to;
  for (let day = firstDay > from ? firstDay : from; day <= end; day = shifted(day, 1)) {
    entries.push({ kind: 'silence', id, day, name: name ?? comment, text: day === firstDay ? time : '…' });
  }
  return entries;
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
