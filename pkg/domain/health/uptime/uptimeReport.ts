import type { TargetedPeriod, UptimePeriod } from '../../../../src/contract/resources/incidents';
import { day, hour, second, startOfDay } from '../../../lib/duration';
import { errorBudget } from './errorBudget';
import type { Stretch } from './spansOf';
import { addTimes, type ObservedTime, uptimeOf } from './uptimeOf';

/** What was observed in a stretch of time that lies within one UTC day. Pieces do not overlap. */
export interface TimedPiece extends Stretch {
  time: ObservedTime;
}

const daysShown = 90;
const budgetDays = 30;

/** The parts of a report on how a check did, see the contract's UptimeReport. */
export interface ReportedUptime {
  day: TargetedPeriod;
  week: TargetedPeriod;
  month: TargetedPeriod;
  quarter: TargetedPeriod;
  budget_left_seconds: number | null;
  burn_rate: number | null;
  days: UptimePeriod[];
}

/** From when on pieces are needed for a report at `now`. Epoch milliseconds. */
export function reportStart(now: number): number {
  return startOfDay(now) - (daysShown - 1) * day;
}

/**
 * Adds up what was observed. A day is the last 24 hours from a full hour on; the others are of so many UTC days, the one
 * that is under way included.
 * @param lastHour what was observed in the hour before `now`, for the burn rate
 */
export function uptimeReport(
  pieces: readonly TimedPiece[],
  lastHour: ObservedTime,
  target: number | null,
  now: number
): ReportedUptime {
  const today = startOfDay(now);
  const since = (from: number, to = now): UptimePeriod => periodOf(pieces, { from, to });
  const against = (from: number, length: number): TargetedPeriod => {
    const time = timeWithin(pieces, { from, to: now });
    const budget = target === null ? null : errorBudget(target, length, time, time);
    const [left, burn] = budget === null ? [null, null] : [budget.leftMs / second, budget.burnRate];
    return { ...since(from), budget_left_seconds: left, burn_rate: burn };
  };
  const lastDays = (count: number): TargetedPeriod => against(today - (count - 1) * day, count * day);
  const month = timeWithin(pieces, { from: today - (budgetDays - 1) * day, to: now });
  const budget = target === null ? null : errorBudget(target, budgetDays * day, month, lastHour);
  return {
    day: against(Math.floor((now - day) / hour) * hour + hour, day),
    week: lastDays(7),
    month: lastDays(budgetDays),
    quarter: lastDays(daysShown),
    budget_left_seconds: budget === null ? null : budget.leftMs / second,
    burn_rate: budget?.burnRate ?? null,
    days: Array.from({ length: daysShown }, (_, index) => {
      const from = today - (daysShown - 1 - index) * day;
      return since(from, Math.min(from + day, now));
    }),
  };
}

function timeWithin(pieces: readonly TimedPiece[], { from, to }: Stretch): ObservedTime {
  return addTimes(pieces.filter((piece) => piece.from >= from && piece.from < to).map(({ time }) => time));
}

function periodOf(pieces: readonly TimedPiece[], range: Stretch): UptimePeriod {
  const time = timeWithin(pieces, range);
  const { healthy, degraded, down, maintenance } = time;
  return {
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    uptime: uptimeOf(time),
    observed_seconds: (healthy + degraded + down) / second,
    degraded_seconds: degraded / second,
    down_seconds: down / second,
    maintenance_seconds: maintenance / second,
  };
}
