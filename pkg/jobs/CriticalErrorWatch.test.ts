import { Bell } from '../lib/Bell';
import { manualClock } from '../lib/testing/manualClock';
import { CriticalErrorWatch } from './CriticalErrorWatch';

function story(hurry: (orgId: number) => Promise<boolean>) {
  const clock = manualClock();
  const rung = jest.fn();
  const evaluations = Object.assign(new Bell(), { ring: rung });
  const watch = new CriticalErrorWatch({ hurry }, clock, evaluations);
  const act = async () => {
    const done = watch.act();
    await clock.advance(1000);
    await done;
  };
  return { watch, act, rung };
}

describe('the watch over critical errors', () => {
  it('has the rules of each organisation evaluated once, however many errors there were', async () => {
    const hurry = jest.fn().mockResolvedValue(true);
    const { watch, act, rung } = story(hurry);
    [1, 2, 1, 1].forEach((orgId) => watch.note(orgId));
    await act();
    expect(hurry.mock.calls.map(([orgId]) => orgId)).toEqual([1, 2]);
    expect(rung).toHaveBeenCalledTimes(1);
    await act();
    expect(hurry).toHaveBeenCalledTimes(2);
  });

  it('asks again where a rule was just being evaluated, and where the database was away', async () => {
    const hurry = jest
      .fn()
      .mockResolvedValueOnce(false)
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue(true);
    const { watch, act } = story(hurry);
    watch.note(1);
    await act();
    await expect(act()).rejects.toThrow('away');
    await act();
    await act();
    expect(hurry).toHaveBeenCalledTimes(3);
  });
});
