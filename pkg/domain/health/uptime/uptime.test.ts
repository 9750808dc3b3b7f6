import fc from 'fast-check';
import type { HealthStatus } from '../../../../src/contract/health/words';
import { errorBudget } from './errorBudget';
import { spansOf, type TimedStatus } from './spansOf';
import { addTimes, noTime, observedTime, unionOf, uptimeOf } from './uptimeOf';

const minute = 60_000;
const hour = 60 * minute;
const words: Record<string, HealthStatus> = { '+': 'healthy', '~': 'degraded', '-': 'down' };

/** Results a minute apart from minute 0 on: + healthy, ~ degraded, - down, space: none. */
function results(story: string): TimedStatus[] {
  return [...story].flatMap((letter, index) => {
    const status = words[letter];
    return status === undefined ? [] : [{ at: index * minute, status, intervalMs: minute }];
  });
}

const minutes = (story: string, from: number, to: number, now = Infinity) =>
  spansOf(results(story), { from: from * minute, to: to * minute }, now * minute).map(
    (span) => `${span.status} ${String(span.from / minute)}–${String(span.to / minute)}`
  );

describe('the stretches that results tell of', () => {
  it('last until the next result', () => {
    expect(minutes('++-+', 0, 4)).toEqual(['healthy 0–2', 'down 2–3', 'healthy 3–4']);
  });

  it('last three intervals at most: then nobody was looking', () => {
    expect(minutes('+      -', 0, 20)).toEqual(['healthy 0–3', 'down 7–10']);
  });

  it('begin with the result before the range, where it still holds', () => {
    expect(minutes('-  +', 1, 4)).toEqual(['down 1–3', 'healthy 3–4']);
  });

  it('do not reach beyond now', () => {
    expect(minutes('+', 0, 20, 0.5)).toEqual(['healthy 0–0.5']);
  });

  it('are none where there is no result', () => {
    expect(minutes('', 0, 20)).toEqual([]);
  });
});

describe('uptime', () => {
  const timeOf = (story: string, maintenance: Array<{ from: number; to: number }> = []) =>
    observedTime(spansOf(results(story), { from: 0, to: story.length * minute }, Infinity), maintenance);

  it('counts degraded as up', () => {
    expect(uptimeOf(timeOf('++~-'))).toBe(75);
  });

  it('leaves maintenance out, up or down', () => {
    expect(uptimeOf(timeOf('+---', [{ from: 2 * minute, to: 4 * minute }]))).toBe(50);
  });

  it('is unknown where nobody looked, or all was maintenance', () => {
    expect(uptimeOf(noTime)).toBeNull();
    expect(uptimeOf(timeOf('--', [{ from: 0, to: hour }]))).toBeNull();
  });

  it('of a whole is that of its parts together', () => {
    const story = fc.array(fc.constantFrom('+', '~', '-', ' '), { minLength: 1, maxLength: 60 });
    const cut = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(story, cut, (letters, cuts) => {
        const all = results(letters.join(''));
        const edges = [0, ...cuts.sort((a, b) => a - b), 60].map((at) => at * minute);
        const parts = edges.slice(1).map((to, index) => spansOf(all, { from: edges[index] ?? 0, to }, Infinity));
        const whole = spansOf(all, { from: 0, to: hour }, Infinity);
        expect(addTimes(parts.map((spans) => observedTime(spans, [])))).toEqual(observedTime(whole, []));
      })
    );
  });
});

describe('maintenance that overlaps', () => {
  it('counts once', () => {
    const stretches = [
      { from: 5, to: 9 },
      { from: 1, to: 3 },
      { from: 2, to: 4 },
      { from: 9, to: 9 },
    ];
    expect(unionOf(stretches)).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 9 },
    ]);
  });
});

describe('the budget of a target', () => {
  const thirtyDays = 30 * 24 * hour;

  it('of 99.9 % in thirty days is 43.2 minutes', () => {
    const { leftMs, burnRate } = errorBudget(99.9, thirtyDays, noTime, noTime);
    expect(leftMs / minute).toBeCloseTo(43.2, 6);
    expect(burnRate).toBe(0);
  });

  it('shrinks by what a service was down, and below nothing', () => {
    const down = { ...noTime, healthy: hour, down: hour };
    expect(errorBudget(99.9, thirtyDays, down, noTime).leftMs / minute).toBeCloseTo(43.2 - 60, 6);
  });

  it('burns at 14.4 times the allowed pace when 1.44 % of the last hour were down', () => {
    const recent = { ...noTime, healthy: 0.9856 * hour, down: 0.0144 * hour };
    expect(errorBudget(99.9, thirtyDays, noTime, recent).burnRate).toBeCloseTo(14.4, 6);
  });

  it('of 100 % burns for any time down, without dividing by nothing', () => {
    expect(errorBudget(100, thirtyDays, noTime, { ...noTime, down: 1 }).burnRate).toBeGreaterThan(1e6);
  });
});
