import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { nextProbe, phaseOf } from './nextProbe';

const second = 1000;
const check = (interval_seconds: number, id = 'a') => ({ id, interval_seconds });

describe('the beat of a check', () => {
  it('is the same for whoever looks, and not moved by who is late', () => {
    const ofInterval = fc.integer({ min: 10, max: 86_400 });
    fc.assert(
      fc.property(ofInterval, fc.uuid(), fc.integer({ min: 0, max: 10 ** 12 }), (interval, id, now) => {
        const { at } = nextProbe(check(interval, id), now, now);
        expect(at).toBeGreaterThan(now);
        expect(at - now).toBeLessThanOrEqual(interval * second);
        expect(at % (interval * second)).toBe(phaseOf(id, interval * second));
        // Late within the interval: the next one is where it was.
        expect(nextProbe(check(interval, id), now, at - 1).at).toBe(at);
      })
    );
  });

  it('counts what was missed, and goes on where it would be without', () => {
    const due = nextProbe(check(60), 0, 0).at;
    expect(nextProbe(check(60), due, due + 100)).toEqual({ at: due + 60 * second, missed: 0 });
    expect(nextProbe(check(60), due, due + 185 * second)).toEqual({ at: due + 240 * second, missed: 3 });
  });

  it('spreads checks over their interval', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 1000; index += 1) {
      const tenth = Math.floor(phaseOf(randomUUID(), 60 * second) / (6 * second));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // A hundred each, give or take: fewer than 50 comes about once in ten million runs.
    expect(Math.min(...tenths)).toBeGreaterThan(50);
  });
});
