import { seededRandom } from './random';
import { visit } from './visit';

const settings = { origin: 'http://shop', start: Date.UTC(2026, 10, 23, 12), release: '1.4.2', slowRelease: '1.5.0' };

describe('a sample visit', () => {
  it('is the same for the same seed and another for another', () => {
    expect(visit(seededRandom(7), settings)).toEqual(visit(seededRandom(7), settings));
    expect(visit(seededRandom(7), settings)).not.toEqual(visit(seededRandom(8), settings));
  });

  it('opens a page at least, and reports its vitals within a believable range', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const bodies = visit(seededRandom(seed), settings);
      expect(bodies.length).toBeGreaterThan(0);
      const lcp = bodies[0]?.measurements.flatMap((item) => ('values' in item ? [item.values] : []));
      expect(JSON.stringify(lcp)).toMatch(/"lcp":\d+/);
    }
  });

  it('never goes back in time', () => {
    const times = visit(seededRandom(3), settings).map((body) => body.events[0]?.timestamp);
    expect(times).toEqual([...times].sort());
  });
});
