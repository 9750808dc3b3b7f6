import { day, hour, minute, second } from '../../../lib/duration';
import { noTime } from './uptimeOf';
import { type TimedPiece, uptimeReport } from './uptimeReport';

const today = Date.UTC(2026, 10, 29);
const now = today + 12 * hour;
/** Well for 90 days, but for an hour three days ago, ten minutes forty days ago, and two minutes an hour ago. */
const pieces: TimedPiece[] = [
  ...Array.from({ length: 89 }, (_, index) => {
    const down = { 3: hour, 40: 10 * minute }[89 - index] ?? 0;
    const from = today - (89 - index) * day;
    return { from, to: from + day, time: { ...noTime, healthy: day - down, down } };
  }),
  { from: today, to: today + 11 * hour, time: { ...noTime, healthy: 11 * hour - 2 * minute, down: 2 * minute } },
  { from: today + 11 * hour, to: now, time: { ...noTime, healthy: hour } },
];
const report = (target: number | null) => uptimeReport(pieces, { ...noTime, healthy: hour }, target, now);

describe('the uptime of a day, a week, a month and a quarter', () => {
  it('has a budget each, for a period of that length', () => {
    const { day: today, week, month, quarter } = report(99.9);
    const left = [today, week, month, quarter].map((period) => Math.round(period.budget_left_seconds ?? NaN));
    const downs = [2 * minute, hour + 2 * minute, hour + 2 * minute, hour + 12 * minute];
    const allowed = [day, 7 * day, 30 * day, 90 * day].map((length) => length / 1000);
    expect(left).toEqual(downs.map((down, index) => Math.round(((allowed[index] ?? 0) - down) / second)));
    expect(left.map(Math.sign)).toEqual([-1, -1, -1, 1]);
  });

  it('says how fast each was used, of the time that somebody looked', () => {
    const { day: today, week, quarter } = report(99.9);
    expect(today.burn_rate).toBeCloseTo((2 * minute) / (12 * hour) / 0.001, 6);
    expect(week.burn_rate).toBeCloseTo((hour + 2 * minute) / (6.5 * day) / 0.001, 6);
    expect(quarter.burn_rate).toBeLessThan(1);
  });

  it('says what is left of a month, and how fast it was used in the last hour', () => {
    const { budget_left_seconds: left, burn_rate: burn, month } = report(99.9);
    expect([left, burn]).toEqual([month.budget_left_seconds, 0]);
  });

  it('has none without a target', () => {
    const { day: today, quarter, budget_left_seconds: left, burn_rate: burn } = report(null);
    expect([today.budget_left_seconds, today.burn_rate, quarter.burn_rate, left, burn]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(quarter.down_seconds).toBe((hour + 12 * minute) / second);
  });
});
