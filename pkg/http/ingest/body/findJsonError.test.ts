import fc from 'fast-check';
import { findJsonError } from './findJsonError';

describe('the place where JSON breaks', () => {
  it.each([
    ['', 0],
    ['{"a":}', 5],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['[1,]', 3],
    ['{a:1}', 1],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['nul', 0],
    ['01', 1],
    ['[]]', 2],
    ['{"a":1]', 6],
    ['{"a":"b', 7],
    ['  {"a":[{}, {"b":[1,2,x]}]}', 22],
    ['['.repeat(200_000), 200_000],
  ])('in %j is at %d', (text, offset) => {
    expect(findJsonError(text)).toBe(offset);
  });

  it('is the end for what is JSON, and never behind what the parser takes', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', '}', ']', ',', ':', '"', '\0', 'x'), (text, at, extra) => {
        const broken = text.slice(0, at % (text.length + 1)) + extra + text.slice(at % (text.length + 1));
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        const offset = findJsonError(broken);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(broken.length);
        if (valid) {
          expect(offset).toBe(broken.length);
        }
      }),
      { numRuns: 2000 }
    );
  });
});
