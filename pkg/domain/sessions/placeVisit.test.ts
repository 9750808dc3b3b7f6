import { hour, minute, second } from '../../lib/duration';
import { nameVisit } from './nameVisit';
import { placeVisit, type VisitWindow } from './placeVisit';

const noon = Date.parse('2026-11-23T12:00:00Z');

/** Sessions of events at these times after noon, numbered as they come up. */
function sessionsOf(...times: number[]): number[] {
  const seen: number[] = [];
  let windows: readonly VisitWindow[] = [];
  return times.map((time) => {
    const placed = placeVisit(windows, noon + time);
    windows = placed.windows;
    if (!seen.includes(placed.window.named)) {
      seen.push(placed.window.named);
    }
    return seen.indexOf(placed.window.named) + 1;
  });
}

describe('the sessions of a visitor', () => {
  it('go on for as long as no half hour passes without an event', () => {
    expect(sessionsOf(0, 29 * minute, 58 * minute, 87 * minute)).toEqual([1, 1, 1, 1]);
    expect(sessionsOf(0, 31 * minute)).toEqual([1, 2]);
    expect(sessionsOf(0, 30 * minute - 1, 30 * minute)).toEqual([1, 1, 1]);
    expect(sessionsOf(0, 30 * minute)).toEqual([1, 2]);
  });

  it('count the half hour in whole minutes, to the visitor’s advantage', () => {
    expect(sessionsOf(59 * second, 30 * minute + 59 * second)).toEqual([1, 1]);
    expect(sessionsOf(59 * second, 31 * minute)).toEqual([1, 2]);
  });

  it('last four hours at most', () => {
    const everyTenMinutes = Array.from({ length: 26 }, (_, index) => index * 10 * minute);
    expect(sessionsOf(...everyTenMinutes)).toEqual(everyTenMinutes.map((time) => (time < 4 * hour ? 1 : 2)));
  });

  it('take in an event that comes late, and one that was there before all others', () => {
    expect(sessionsOf(10 * minute, 0, 5 * minute)).toEqual([1, 1, 1]);
    expect(sessionsOf(40 * minute, 0, 20 * minute)).toEqual([1, 2, 2]);
  });

  it('never grow into one another', () => {
    // The event between them belongs to the first, which may not reach into the second.
    expect(sessionsOf(0, 45 * minute, 20 * minute, 44 * minute, 46 * minute)).toEqual([1, 2, 1, 1, 2]);
  });

  it('do not begin earlier than four hours before their end', () => {
    const times = Array.from({ length: 24 }, (_, index) => index * 10 * minute);
    expect(sessionsOf(...times, -20 * minute)).toEqual([...times.map(() => 1), 2]);
  });

  it('are not touched by an event in a minute that is covered', () => {
    const { windows } = placeVisit([], noon);
    expect(placeVisit(windows, noon).windows).toBe(windows);
    expect(placeVisit(placeVisit(windows, noon + 10_000).windows, noon + 50_000).windows).toHaveLength(1);
  });

  it('are bounded in number: those furthest back are forgotten', () => {
    let windows: readonly VisitWindow[] = [];
    for (let index = 0; index < 100; index += 1) {
      ({ windows } = placeVisit(windows, noon + index * hour));
    }
    expect(windows).toHaveLength(50);
    expect(windows.at(-1)?.start).toBe(noon + 99 * hour);
  });
});

describe('the id of a session', () => {
  it('is a UUID that app, visitor and first minute make', () => {
    const id = nameVisit('app', 'visitor', noon);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(nameVisit('app', 'visitor', noon)).toBe(id);
    expect(new Set([id, nameVisit('app', 'visitor', 0), nameVisit('app', 'x', noon), nameVisit('x', 'visitor', noon)]).size).toBe(4); // prettier-ignore
  });
});
