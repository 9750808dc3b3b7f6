import type { Recurrence } from '../../../contract/alerting/Recurrence';
import type { Weekday } from '../../../contract/alerting/weekdays';
import type { LabelMatcher } from '../../../contract/alerting/LabelMatcher';
import type { CreateMaintenanceWindow, MaintenanceWindow } from '../../../contract/resources/maintenanceWindows';
import { completeMatchers } from './matcherTexts';

export type RepeatKind = 'once' | 'day' | 'week' | 'month_days' | 'month_weekday';

/** A maintenance window as a person edits it; numbers are texts as typed. */
export interface WindowDraft {
  name: string;
  comment: string;
  matchers: LabelMatcher[];
  services: string[];
  time_zone: string;
  /** `2026-11-30T02:00`, by the clocks of the zone. */
  local_start: string;
  duration_minutes: string;
  repeat: RepeatKind;
  interval: string;
  weekdays: Weekday[];
  /** `1, 15, -1`. */
  month_days: string;
  weekday: Weekday;
  nth: string;
  /** Empty: for ever. */
  repeat_until: string;
}

export type WindowProblems = Partial<Record<keyof WindowDraft, string>>;

/** @param localStart when it begins unless it is changed */
export function newWindowDraft(timeZone: string, localStart: string, services: string[] = []): WindowDraft {
  return {
    name: '',
    comment: '',
    matchers: [],
    services,
    time_zone: timeZone,
    local_start: localStart,
    duration_minutes: '60',
    repeat: 'once',
    interval: '1',
    weekdays: ['sunday'],
    month_days: '1',
    weekday: 'sunday',
    nth: '1',
    repeat_until: '',
  };
}

export function draftOfWindow(window: MaintenanceWindow): WindowDraft {
  const { name, comment, time_zone, local_start, repeat, repeat_until } = window;
  return {
    ...newWindowDraft(time_zone, local_start),
    name,
    comment,
    matchers: [...window.matchers],
    services: [...window.services],
    duration_minutes: String(window.duration_minutes),
    ...(repeat && draftOfRepeat(repeat)),
    repeat_until: repeat_until ?? '',
  };
}

function draftOfRepeat(repeat: Recurrence): Partial<WindowDraft> {
  const interval = String(repeat.interval ?? 1);
  switch (repeat.every) {
    case 'day':
      return { repeat: 'day', interval };
    case 'week':
      return { repeat: 'week', interval, weekdays: [...repeat.weekdays] };
    case 'month':
      return 'month_days' in repeat
        ? { repeat: 'month_days', interval, month_days: repeat.month_days.join(', ') }
        : { repeat: 'month_weekday', interval, weekday: repeat.weekday, nth: String(repeat.nth) };
  }
}

export function windowOfDraft(draft: WindowDraft): CreateMaintenanceWindow {
  const repeat = repeatOfDraft(draft);
  return {
    name: draft.name.trim(),
    comment: draft.comment.trim(),
    matchers: completeMatchers(draft.matchers),
    services: draft.services,
    time_zone: draft.time_zone,
    local_start: draft.local_start,
    duration_minutes: Number(draft.duration_minutes),
    repeat,
    repeat_until: repeat === null || draft.repeat_until === '' ? null : draft.repeat_until,
  };
}

export function repeatOfDraft(draft: WindowDraft): Recurrence | null {
  const interval = Number(draft.interval);
  switch (draft.repeat) {
    case 'once':
      return null;
    case 'day':
      return { every: 'day', interval };
    case 'week':
      return { every: 'week', interval, weekdays: draft.weekdays };
    case 'month_days':
      return { every: 'month', interval, month_days: monthDaysOf(draft.month_days) };
    case 'month_weekday': {
      const nth = Number(draft.nth);
      return { every: 'month', interval, weekday: draft.weekday, nth: nth === -1 ? -1 : nth };
    }
  }
}

function monthDaysOf(text: string): number[] {
  return [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number)
    ),
  ];
}

const longestMinutes = 31 * 24 * 60;
const mostInterval: Record<RepeatKind, number> = { once: 1, day: 366, week: 53, month_days: 60, month_weekday: 60 };

/** What is missing or wrong, by field; empty when it can be sent. */
export function problemsOfWindow(draft: WindowDraft): WindowProblems {
  const problems: WindowProblems = {};
  const isWhole = (text: string, most: number) =>
    /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;
  if (draft.name.trim() === '') {
    problems.name = 'Give it a name: it is shown at every alert that it keeps quiet.';
  }
  if (completeMatchers(draft.matchers).length === 0 && draft.services.length === 0) {
    problems.services = 'Name the services, or say by labels which alerts are meant.';
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(draft.local_start)) {
    problems.local_start = 'A date and a time.';
  }
  if (!isWhole(draft.duration_minutes, longestMinutes)) {
    problems.duration_minutes = `A whole number of minutes from 1 to ${longestMinutes.toLocaleString('en')}.`;
  }
  if (draft.repeat !== 'once' && !isWhole(draft.interval, mostInterval[draft.repeat])) {
    problems.interval = `A whole number from 1 to ${mostInterval[draft.repeat]}.`;
  }
  if (draft.repeat === 'week' && draft.weekdays.length === 0) {
    problems.weekdays = 'Choose at least one day.';
  }
  if (draft.repeat === 'month_days') {
    const days = monthDaysOf(draft.month_days);
    const isDay = (day: number) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31;
    if (days.length === 0 || !days.every(isDay)) {
      problems.month_days = 'Days from 1 to 31 with commas; -1 is the last.';
    }
  }
  if (draft.repeat_until !== '' && draft.repeat_until < draft.local_start.slice(0, 10)) {
    problems.repeat_until = 'It ends before it begins.';
  }
  return problems;
}
