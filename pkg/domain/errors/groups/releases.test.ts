import fc from 'fast-check';
import { compareReleases } from './compareReleases';
import { newestFirst, newestRelease } from './hasRegressed';

describe('releases', () => {
  it.each([
    ['1.10.0', '1.9.0'],
    ['v2.0', '1.99.99'],
    ['1.0.1', '1.0'],
    ['shop@1.2.0', 'shop@1.1.9'],
    ['@acme/shop@1.2.0', '1.1.0'],
    ['1.0.0', '1.0.0-rc.1'],
    ['1.0.0-rc.10', '1.0.0-rc.9'],
    ['1.0.0-rc', '1.0.0-beta'],
    ['1.0.0-rc.1', '1.0.0-rc'],
    ['2026.11.23', '2026.9.30'],
  ])('%s is newer than %s', (newer, older) => {
    expect(compareReleases(newer, older)).toBeGreaterThan(0);
    expect(compareReleases(older, newer)).toBeLessThan(0);
  });

  it.each([
    ['1.0', '1.0.0'],
    ['v1.2.3', '1.2.3'],
    ['1.2.3+build.7', '1.2.3+build.8'],
    ['banana', 'banana'],
  ])('%s and %s are the same', (a, b) => {
    expect(compareReleases(a, b)).toBe(0);
  });

  it.each([
    ['banana', 'apple'],
    ['4f2a9c1', '1.0.0'],
    ['1', '2'],
    ['', '1.0'],
  ])('%j and %j cannot be compared by number', (a, b) => {
    expect(compareReleases(a, b)).toBeUndefined();
  });

  it('are in one order, whichever way they are compared', () => {
    const release = fc
      .tuple(fc.nat(3), fc.nat(12), fc.nat(3), fc.constantFrom('', '-rc.1', '-rc.2', '-beta'))
      .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre}`);
    fc.assert(
      fc.property(release, release, release, (a, b, c) => {
        const order = (x: string, y: string) => Math.sign(compareReleases(x, y) ?? NaN);
        expect(order(a, b)).toBe(-order(b, a) + 0);
        if (order(a, b) > 0 && order(b, c) > 0) {
          expect(order(a, c)).toBe(1);
        }
      })
    );
  });

  it('without numbers go by when they were first seen', () => {
    const seen = [
      { release: 'apple', firstSeen: 3 },
      { release: 'cherry', firstSeen: 1 },
      { release: 'banana', firstSeen: 2 },
    ];
    expect(newestFirst(seen).map(({ release }) => release)).toEqual(['apple', 'banana', 'cherry']);
    expect(newestRelease(seen)).toBe('apple');
    expect(newestRelease([])).toBeNull();
  });

  it('with numbers go by them, whenever they were seen', () => {
    const seen = ['1.10.0', '1.9.0', '1.2.0'].map((release, firstSeen) => ({ release, firstSeen }));
    expect(newestRelease(seen)).toBe('1.10.0');
  });
});
