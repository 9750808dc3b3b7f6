import { Temporal } from 'temporal-polyfill';
import type { LabelMatcher } from '../../../../src/contract/alerting/LabelMatcher';
import type { Silence } from '../../../../src/contract/resources/silences';
import type { MaintenanceWindow } from '../../../../src/contract/resources/maintenanceWindows';
import { complaintAboutPattern } from '../labels/isWholeMatch';
import { fitsEverything } from './covers';
import { dayNumberOf } from './isRecurrenceDay';
import { MuteProblem } from './MuteProblem';
import { nextOccurrence } from './occurrences';
import type { Schedule } from './Schedule';

type WindowSettings = Pick<
  MaintenanceWindow,
  'matchers' | 'services' | 'time_zone' | 'local_start' | 'duration_minutes' | 'repeat' | 'repeat_until'
>;

/** Throws MuteProblem where a silence cannot be kept. */
export function checkSilence({
  matchers,
  starts_at,
  ends_at,
}: Pick<Silence, 'matchers' | 'starts_at' | 'ends_at'>): void {
  if (matchers.length === 0) {
    throw new MuteProblem('matchers', 'must have at least one');
  }
  checkMatchers(matchers);
  if (!(Date.parse(starts_at) < Date.parse(ends_at))) {
    throw new MuteProblem('ends_at', 'must be after "starts_at"');
  }
}

/** The schedule of a window. Throws MuteProblem where the window cannot be kept. */
export function checkWindow(window: WindowSettings): Schedule {
  if (window.matchers.length === 0 && window.services.length === 0) {
    throw new MuteProblem('services', 'or "matchers" must have at least one');
  }
  if (window.matchers.length > 0) {
    checkMatchers(window.matchers);
  }
  if (!isTimeZone(window.time_zone)) {
    throw new MuteProblem('time_zone', 'is no time zone: write an IANA name such as Europe/Berlin');
  }
  const [day = '', time = ''] = window.local_start.split('T');
  if (Number.isNaN(dayNumberOf(day)) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new MuteProblem('local_start', 'is no time of the calendar: write it as 2026-11-30T02:00');
  }
  const { repeat, repeat_until: until } = window;
  if (until !== null && (repeat === null || Number.isNaN(dayNumberOf(until)) || until < day)) {
    throw new MuteProblem(
      'repeat_until',
      'must be a day such as 2026-12-31, not before "local_start", and needs "repeat"'
    );
  }
  const schedule = scheduleOf(window);
  if (nextOccurrence(schedule, Date.parse(`${day}T00:00:00Z`) - 2 * 86_400_000) === undefined) {
    throw new MuteProblem('repeat', 'never happens: there is no such day');
  }
  return schedule;
}

/** A window's fields as the schedule they make. */
export function scheduleOf(window: Omit<WindowSettings, 'matchers' | 'services'>): Schedule {
  return {
    timeZone: window.time_zone,
    localStart: window.local_start,
    durationMinutes: window.duration_minutes,
    repeat: window.repeat,
    repeatUntil: window.repeat_until,
  };
}

function checkMatchers(matchers: readonly LabelMatcher[]): void {
  matchers.forEach(({ operator, value }, index) => {
    const complaint = operator === '=~' || operator === '!~' ? complaintAboutPattern(value) : undefined;
    if (complaint !== undefined) {
      throw new MuteProblem(`matchers.${index}.value`, complaint);
    }
  });
  if (fitsEverything(matchers)) {
    throw new MuteProblem(
      'matchers',
      'fit alerts without any label, so nearly all: let at least one ask for a value that is not empty'
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
