import type { Pool } from 'pg';
import type { Clock } from '../../lib/Clock';
import { databaseAnswers } from './databaseAnswers';

function stoppedClock(): Clock & { tick(ms: number): void } {
  let now = 0;
  return { now: () => now, sleep: () => new Promise(() => undefined), tick: (ms) => (now += ms) };
}

const poolThat = (query: jest.Mock) => ({ query }) as unknown as Pick<Pool, 'query'>;

describe('whether the database answers', () => {
  it('is true when it does and false when it refuses', async () => {
    expect(await databaseAnswers(poolThat(jest.fn().mockResolvedValue({})), stoppedClock())()).toBe(true);
    expect(await databaseAnswers(poolThat(jest.fn().mockRejectedValue(new Error('gone'))), stoppedClock())()).toBe(
      false
    );
  });

  it('is false when it is silent for too long', async () => {
    const impatient: Clock = { now: () => 0, sleep: () => Promise.resolve() };
    expect(await databaseAnswers(poolThat(jest.fn(() => new Promise(() => undefined))), impatient)()).toBe(false);
  });

  it('is asked once for everybody who wants to know at the same time, and again half a second later', async () => {
    const query = jest.fn().mockResolvedValue({});
    const clock = stoppedClock();
    const answers = databaseAnswers(poolThat(query), clock);
    await Promise.all([answers(), answers(), answers()]);
    expect(query).toHaveBeenCalledTimes(1);
    clock.tick(500);
    await answers();
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('is asked again when the clock was set back', async () => {
    const query = jest.fn().mockResolvedValue({});
    const clock = stoppedClock();
    const answers = databaseAnswers(poolThat(query), clock);
    await answers();
    clock.tick(-3_600_000);
    await answers();
    expect(query).toHaveBeenCalledTimes(2);
  });
});
