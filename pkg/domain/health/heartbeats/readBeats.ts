import { Cron } from 'croner';
import type { CheckSettings } from '../../../../src/contract/health/kinds/kinds';
import { second } from '../../../lib/duration';
import { CheckProblem } from '../checks/CheckProblem';

/** When a service is to report. */
export interface Beats {
  /** When the next report is due after one at `t`; null where none ever is. Epoch milliseconds. */
  dueAfter(t: number): number | null;
  /** How late it may be, milliseconds. */
  graceMs: number;
}

const usualGrace = 60;

/** Throws CheckProblem where the settings of a heartbeat say nothing that can be waited for. */
export function readBeats(settings: CheckSettings['heartbeat']): Beats {
  const { every_seconds: every, cron, time_zone: timeZone, grace_seconds: grace = usualGrace } = settings;
  const graceMs = grace * second;
  if ((every === undefined) === (cron === undefined)) {
    throw new CheckProblem('settings.every_seconds', 'or "cron" is needed, and not both: when a report is to come');
  }
  if (cron === undefined) {
    return { dueAfter: (t) => t + (every ?? 0) * second, graceMs };
  }
  checkTimeZone(timeZone);
  const job = readCron(cron, timeZone);
  if (job.nextRun() === null) {
    throw new CheckProblem('settings.cron', 'never comes: there is no such day');
  }
  const next = (t: number): number | null => job.nextRun(new Date(t))?.getTime() ?? null;
  return { dueAfter: (t) => dueAfterReport(t, next, graceMs), graceMs };
}

/**
 * Who reports a little early has reported for the time that is about to come: clocks differ, and a job that is quick today
 * must not be missing until tomorrow. Early is what is within the grace, and nearer to that time than to the one before.
 */
function dueAfterReport(t: number, next: (t: number) => number | null, graceMs: number): number | null {
  const coming = next(t);
  const following = coming === null ? null : next(coming);
  if (coming === null || following === null) {
    return coming;
  }
  const isEarly = coming - t <= graceMs && coming - t < (following - coming) / 2;
  return isEarly ? following : coming;
}

function readCron(cron: string, timeZone = 'UTC'): Cron {
  if (cron.trim().split(/\s+/).length !== 5) {
    throw new CheckProblem(
      'settings.cron',
      'must have five parts: minute, hour, day, month, weekday; such as 0 2 * * *'
    );
  }
  try {
    return new Cron(cron, { timezone: timeZone, paused: true });
  } catch {
    throw new CheckProblem('settings.cron', 'is no cron expression: write it as 0 2 * * *');
  }
}

function checkTimeZone(timeZone: string | undefined): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new CheckProblem('settings.time_zone', 'is no time zone: write an IANA name such as Europe/Berlin');
  }
}
