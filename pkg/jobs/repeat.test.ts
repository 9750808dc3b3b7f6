import type { Clock } from '../lib/Clock';
import { silentLogger } from '../lib/Logger';
import { repeat } from './repeat';

/** Runs through pauses at once, notes them, and stops after so many. */
function hastyClock(pauses: number): { clock: Clock; slept: number[]; signal: AbortSignal } {
  const stopping = new AbortController();
  const slept: number[] = [];
  const clock: Clock = {
    now: () => slept.reduce((sum, ms) => sum + ms, 0),
    sleep: async (ms) => {
      slept.push(ms);
      if (slept.length >= pauses) {
        stopping.abort();
      }
    },
  };
  return { clock, slept, signal: stopping.signal };
}

describe('repeat', () => {
  const job = { name: 'test', everyMs: 1_000, retryMs: 100 };

  it('runs at once and then every period', async () => {
    const { clock, slept, signal } = hastyClock(3);
    const times: number[] = [];
    await repeat({ ...job, act: async (now) => times.push(now) }, clock, silentLogger, signal);
    expect(times).toEqual([0, 1_000, 2_000]);
    expect(slept).toEqual([1_000, 1_000, 1_000]);
  });

  it('tries again soon after a failure, and logs it', async () => {
    const { clock, slept, signal } = hastyClock(3);
    const error = jest.fn();
    const outcomes = [Promise.reject(new Error('away')), Promise.resolve(0)];
    outcomes[0]?.catch(() => undefined);
    const act = () => outcomes.shift() ?? Promise.resolve(0);
    await repeat({ ...job, act }, clock, { ...silentLogger, error }, signal);
    expect(slept).toEqual([100, 1_000, 1_000]);
    expect(error).toHaveBeenCalledTimes(1);
    expect(error).toHaveBeenCalledWith('job failed', expect.any(Error), { job: 'test' });
  });

  it('says what it did, and nothing where it did nothing', async () => {
    const { clock, signal } = hastyClock(2);
    const info = jest.fn();
    const done = [0, 3];
    await repeat({ ...job, act: async () => done.shift() ?? 0 }, clock, { ...silentLogger, info }, signal);
    expect(info.mock.calls).toEqual([['job done', { job: 'test', done: 3 }]]);
  });

  it('does not start once it was stopped', async () => {
    const { clock } = hastyClock(1);
    const act = jest.fn();
    await repeat({ ...job, act }, clock, silentLogger, AbortSignal.abort());
    expect(act).not.toHaveBeenCalled();
  });
});
