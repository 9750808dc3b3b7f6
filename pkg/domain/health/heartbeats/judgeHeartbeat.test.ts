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
});
