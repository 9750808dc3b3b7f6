import { nextStep, patienceMs } from './nextStep';

const minute = 60_000;
const now = 0;
const middle = () => 0.5;
const retry = { outcome: 'retry' as const, answer: '451 later' };
const waits = (attempt: number, random = middle, more: object = {}) =>
  nextStep({ ...retry, ...more }, { attempt, givesUpAt: patienceMs }, now, random).nextAttemptAt;

describe('after an attempt a delivery', () => {
  it('that was taken is done, with what the provider calls it', () => {
    const result = { outcome: 'sent' as const, answer: 'ok', receipt: { ts: '1' } };
    expect(nextStep(result, { attempt: 1, givesUpAt: now }, now, middle)).toEqual({
      status: 'sent',
      answer: 'ok',
      receipt: { ts: '1' },
    });
  });

  it('that was refused for good is not tried again', () => {
    const result = { outcome: 'refused' as const, answer: '550 no such user' };
    expect(nextStep(result, { attempt: 1, givesUpAt: patienceMs }, now, middle)).toEqual({
      status: 'failed',
      answer: '550 no such user',
    });
  });

  it('waits twice as long each time, at most ten minutes, up to a half less', () => {
    const latest = () => 0;
    expect([1, 2, 3, 4].map((attempt) => waits(attempt, latest))).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(waits(1, () => 0.999_999)).toBeGreaterThan(2_499);
    expect([8, 50, 5_000].map((attempt) => waits(attempt, latest))).toEqual([10 * minute, 10 * minute, 10 * minute]);
  });

  it('waits as long as the provider asks, an hour at most, and never less than it would', () => {
    expect(waits(1, middle, { retryAfterMs: 90_000 })).toBe(90_000);
    expect(waits(1, middle, { retryAfterMs: 1 })).toBe(3_750);
    expect(waits(1, middle, { retryAfterMs: 1e12 })).toBe(60 * minute);
  });

  it('is given up after a day, and says what came of the last attempt', () => {
    const step = nextStep(retry, { attempt: 150, givesUpAt: now + minute }, now, middle);
    expect(step).toEqual({ status: 'failed', answer: 'Given up after 150 attempts. The last one: 451 later' });
  });

  it('is tried for at least a hundred times within that day', () => {
    let at = 0;
    let attempts = 0;
    for (let next: number | undefined = 0; next !== undefined;) {
      at = next;
      attempts += 1;
      next = nextStep(retry, { attempt: attempts, givesUpAt: patienceMs }, at, () => 0).nextAttemptAt;
    }
    expect(attempts).toBeGreaterThan(100);
    expect(at).toBeLessThanOrEqual(patienceMs);
  });
});
