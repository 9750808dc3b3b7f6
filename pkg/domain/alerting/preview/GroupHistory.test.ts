import fc from 'fast-check';
import type { Calculation } from '../../../../src/contract/query/calculations';
import { GroupHistory } from './GroupHistory';

interface Row {
  piece: number;
  number: number;
  whole: number;
}

/** What a calculation says of the numbers of a window, each looked at on its own. */
const plain: Record<string, (rows: readonly Row[]) => number | null> = {
  p50: (rows) => ranked(rows, 0.5),
  p95: (rows) => ranked(rows, 0.95),
  min: (rows) => (rows.length === 0 ? null : Math.min(...rows.map(({ number }) => number))),
  max: (rows) => (rows.length === 0 ? null : Math.max(...rows.map(({ number }) => number))),
  sum: (rows) => (rows.length === 0 ? null : sum(rows.map(({ number }) => number))),
  avg: (rows) => (rows.length === 0 ? null : sum(rows.map(({ number }) => number)) / rows.length),
  uptime: (rows) => {
    const whole = sum(rows.map((row) => row.whole));
    return whole === 0 ? null : (100 * sum(rows.map(({ number }) => number))) / whole;
  },
  uniques_users: (rows) => new Set(rows.map(({ number }) => number)).size,
  count: (rows) => rows.length,
  rate: (rows) => rows.length / 5,
};

const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
const ranked = (rows: readonly Row[], share: number): number | null =>
  rows.map(({ number }) => number).sort((a, b) => a - b)[Math.max(1, Math.ceil(share * rows.length)) - 1] ?? null;

const rowsOf = fc.array(
  fc.record({ piece: fc.nat(30), number: fc.integer({ min: -6, max: 6 }), whole: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 60 }
);

describe('the history of a group', () => {
  it.each(Object.keys(plain) as Calculation[])('says what each window says by itself: %s', (calculation) => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(100), { minLength: 1, maxLength: 12 }),
        (unordered, stride, lengths, asked) => {
          const rows = unordered.toSorted((one, other) => one.piece - other.piece);
          const phase = stride - 1;
          const history = new GroupHistory(
            {
              pieces: Float64Array.from(rows, ({ piece }) => piece),
              numbers: Float64Array.from(rows, ({ number }) => number),
              ...(calculation === 'uptime' && { wholes: Float64Array.from(rows, ({ whole }) => whole) }),
            },
            calculation,
            { pieces: 31, stride, phase }
          );
          const places = Math.floor((31 - phase) / stride) + 1;
          // In any order, and several lengths beside each other, as a trend asks.
          for (const [index, at] of asked.entries()) {
            const to = phase + (at % places) * stride;
            const from = to - (lengths[index % lengths.length] ?? 1);
            const within = rows.filter(({ piece }) => piece >= from && piece < to);
            expect(history.rowsIn(from, to)).toBe(within.length);
            const value = history.valueOf(from, to, 5000);
            const expected = plain[calculation]?.(within) ?? null;
            expect(value === null ? null : value + 0).toBe(expected === null ? null : expected + 0);
          }
        }
      ),
      { seed: 11 }
    );
  });

  it('counts nobody for rows of nobody, and shares only rows that are rated', () => {
    const rows = { pieces: Float64Array.of(0, 0, 1, 1), numbers: Float64Array.of(1, NaN, 0, NaN) };
    const grid = { pieces: 2, stride: 1, phase: 0 };
    expect(new GroupHistory(rows, 'uniques_sessions', grid).valueOf(0, 2, 1000)).toBe(2);
    expect(new GroupHistory(rows, 'share_good', grid).valueOf(0, 2, 1000)).toBe(50);
    expect(new GroupHistory(rows, 'share_good', grid).valueOf(2, 2, 1000)).toBe(null);
  });
});
