import { hour, minute, second } from '../../../lib/duration';
import type { Beat } from './Beat';
import { judgeHeartbeat } from './judgeHeartbeat';

const start = Date.UTC(2026, 10, 23, 9);
const beat = (at: number, more: Partial<Beat> = {}): Beat => ({ at, status: 'healthy', message: null, ...more });

describe('a service that reports by itself', () => {
  const hourly = { every_seconds: 3600, grace_seconds: 60 };

  it('is waited for first, and late after the grace', () => {
    expect(judgeHeartbeat(hourly, null, start, start + hour + minute)).toBeUndefined();
    const late = judgeHeartbeat(hourly, null, start, start + hour + minute + 1);
    expect(late).toMatchObject({ outcome: 'failed', error: expect.stringContaining('no report has ever come') });
  });

  it('is well until its next report is late beyond the grace', () => {
    const last = beat(start);
    expect(judgeHeartbeat(hourly, last, 0, start + hour + minute)?.outcome).toBe('passed');
    expect(judgeHeartbeat(hourly, last, 0, start + hour + minute + 1)).toMatchObject({
      outcome: 'failed',
      error: 'no report since 2026-11-23T09:00:00.000Z; one was due at 2026-11-23T10:00:00.000Z',
    });
  });

  it('is what it says', () => {
    const says = (more: Partial<Beat>) => judgeHeartbeat(hourly, beat(start, more), 0, start + second);
    expect(says({ status: 'down', message: 'disk full' })).toMatchObject({ outcome: 'failed', error: 'disk full' });
    expect(says({ status: 'degraded' })).toMatchObject({ outcome: 'warned', error: 'reported itself degraded' });
  });

  it('is awaited by the clocks of its time zone, also on the day on which they change', () => {
    const nightly = { cron: '30 3 * * *', time_zone: 'Europe/Berlin', grace_seconds: 0 };
    const last = beat(Date.UTC(2026, 9, 24, 1, 31));
    // On 25 October clocks go back: 03:30 is an hour later in UTC.
    const due = Date.UTC(2026, 9, 25, 2, 30);
    expect(judgeHeartbeat(nightly, last, 0, due)?.outcome).toBe('passed');
    expect(judgeHeartbeat(nightly, last, 0, due + 1)?.outcome).toBe('failed');
  });

  it('is awaited right after the jump where the clocks jump over its time', () => {
    const nightly = { cron: '30 2 * * *', time_zone: 'Europe/Berlin', grace_seconds: 0 };
    const last = beat(Date.UTC(2026, 2, 28, 1, 31));
    // On 29 March there is no 02:30 in Berlin: clocks go from 02:00 to 03:00, which is 01:00 in UTC. So do cron's jobs.
    expect(judgeHeartbeat(nightly, last, 0, Date.UTC(2026, 2, 29, 1))?.outcome).toBe('passed');
    expect(judgeHeartbeat(nightly, last, 0, Date.UTC(2026, 2, 29, 1) + 1)?.outcome).toBe('failed');
  });

  it('is awaited once where the clocks show its time twice', () => {
    const nightly = { cron: '30 2 * * *', time_zone: 'Europe/Berlin', grace_seconds: 0 };
    // On 25 October 02:30 comes at 00:30 and at 01:30 in UTC: who reported after the first is due on the next day.
    const reported = beat(Date.UTC(2026, 9, 25, 0, 31));
    expect(judgeHeartbeat(nightly, reported, 0, Date.UTC(2026, 9, 26, 1, 30))?.outcome).toBe('passed');
    expect(judgeHeartbeat(nightly, reported, 0, Date.UTC(2026, 9, 26, 1, 30) + 1)?.outcome).toBe('failed');
  });

  it('that missed some reports is well again with the next one', () => {
    const nightly = { cron: '0 3 * * *', grace_seconds: 600 };
    const days = (count: number) => start + count * 24 * hour;
    expect(judgeHeartbeat(nightly, beat(days(0)), 0, days(3))?.outcome).toBe('failed');
    expect(judgeHeartbeat(nightly, beat(days(3)), 0, days(3))?.outcome).toBe('passed');
  });

  it('may report early: a report shortly before it is due stands for the one that was due', () => {
    const nightly = { cron: '0 3 * * *', grace_seconds: 60 };
    const due = Date.UTC(2026, 10, 24, 3);
    const early = beat(due - 30 * second);
    expect(judgeHeartbeat(nightly, early, 0, due + 12 * hour)?.outcome).toBe('passed');
    // Long before is another matter: that was no report of this run.
    const other = beat(due - 5 * minute);
    expect(judgeHeartbeat(nightly, other, 0, due + minute + 1)?.outcome).toBe('failed');
  });

  it('is not excused from its next report by a grace that is longer than the time between two', () => {
    const often = { cron: '*/10 * * * *', grace_seconds: 900 };
    const due = Date.UTC(2026, 10, 24, 3);
    // Late for three o'clock, and not early for ten past.
    const late = beat(due + 4 * minute);
    expect(judgeHeartbeat(often, late, 0, due + 25 * minute)?.outcome).toBe('passed');
    expect(judgeHeartbeat(often, late, 0, due + 25 * minute + 1)?.outcome).toBe('failed');
  });
});
