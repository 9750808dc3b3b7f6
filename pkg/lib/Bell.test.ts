import { Bell } from './Bell';
import { manualClock } from './testing/manualClock';

describe('a bell', () => {
  const never = new AbortController().signal;
  const waiting = (bell: Bell, clock = manualClock(), signal = never) => {
    const state = { isOver: false, clock };
    void bell.wait(1000, clock, signal).then(() => (state.isOver = true));
    return state;
  };

  it('wakes who waits, and who did not hear it waits until their time is over', async () => {
    const bell = new Bell();
    const first = waiting(bell);
    await first.clock.advance(999);
    expect(first.isOver).toBe(false);
    bell.ring();
    await first.clock.advance(0);
    expect(first.isOver).toBe(true);
    const second = waiting(bell);
    await second.clock.advance(999);
    expect(second.isOver).toBe(false);
    await second.clock.advance(1);
    expect(second.isOver).toBe(true);
  });

  it('that rang while nobody waited is heard by the next who does, once', async () => {
    const bell = new Bell();
    bell.ring();
    bell.ring();
    const first = waiting(bell);
    await first.clock.advance(0);
    const second = waiting(bell);
    await second.clock.advance(0);
    expect([first.isOver, second.isOver]).toEqual([true, false]);
  });

  it('holds nobody who was told to stop', async () => {
    const stopping = new AbortController();
    const bell = new Bell();
    const first = waiting(bell, manualClock(), stopping.signal);
    stopping.abort();
    await first.clock.advance(0);
    expect(first.isOver).toBe(true);
    const late = waiting(bell, manualClock(), AbortSignal.abort());
    await late.clock.advance(0);
    expect(late.isOver).toBe(true);
  });
});
