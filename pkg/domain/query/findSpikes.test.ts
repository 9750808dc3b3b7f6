import { minute } from '../../lib/duration';
import { findSpikes } from './findSpikes';

const start = Date.UTC(2026, 10, 23);
const spikesOf = (counts: number[]) => {
  const cells = counts.map((value, index) => ({ bucket: start + index * minute, value }));
  return findSpikes({ from: start, to: start + counts.length * minute }, minute, cells);
};

describe('spikes', () => {
  it('are windows far above the usual count', () => {
    expect(spikesOf([3, 2, 3, 4, 60, 3, 2, 3])).toEqual([
      { from: start + 4 * minute, to: start + 5 * minute, count: 60, usual: 3 },
    ]);
  });
  it('that touch are one', () => {
    expect(spikesOf([0, 0, 0, 20, 30, 0, 0, 0])).toEqual([
      { from: start + 3 * minute, to: start + 5 * minute, count: 50, usual: 0 },
    ]);
  });
  it('are not found in steady noise, in silence, or in a handful of errors', () => {
    expect(spikesOf([90, 110, 100, 95, 105, 120, 80])).toEqual([]);
    expect(spikesOf([0, 0, 0])).toEqual([]);
    expect(spikesOf([0, 0, 4, 0])).toEqual([]);
  });
  it('are found although most windows have no cell at all', () => {
    const cells = [{ bucket: start + 2 * minute, value: 9 }];
    expect(findSpikes({ from: start, to: start + 10 * minute }, minute, cells)).toHaveLength(1);
  });
});
