import { lowerBound } from './lowerBound';
import { SlidingRange } from './SlidingRange';

/**
 * Nearest-rank percentiles of a window over a list of numbers: counts by rank in a Fenwick tree, so that a number that
 * enters or leaves costs the logarithm of how many different ones there are.
 */
export class SlidingRanks {
  private readonly ascending: Float64Array;
  private readonly tree: Int32Array;
  private readonly range: SlidingRange;
  private count = 0;

  constructor(numbers: Float64Array) {
    this.ascending = Float64Array.from(new Set(numbers)).sort();
    this.tree = new Int32Array(this.ascending.length + 1);
    const ranks = new Int32Array(numbers.length);
    numbers.forEach((number, index) => {
      ranks[index] = lowerBound(this.ascending, number) + 1;
    });
    const change = (index: number, by: number): void => {
      this.count += by;
      for (let node = ranks[index] ?? this.tree.length; node < this.tree.length; node += node & -node) {
        this.tree[node] = (this.tree[node] ?? 0) + by;
      }
    };
    this.range = new SlidingRange(
      (index) => change(index, 1),
      (index) => change(index, -1)
    );
  }

  /** The smallest number that at least `share` of those from index `from` on, below `to`, do not exceed. Null: none. */
  percentile(share: number, from: number, to: number): number | null {
    this.range.move(from, to);
    if (this.count === 0) {
      return null;
    }
    let left = Math.max(1, Math.ceil(share * this.count));
    let node = 0;
    for (let step = 1 << (31 - Math.clz32(this.tree.length)); step > 0; step >>= 1) {
      const next = node + step;
      const below = this.tree[next] ?? Infinity;
      if (next < this.tree.length && below < left) {
        node = next;
        left -= below;
      }
    }
    return this.ascending[node] ?? null;
  }
}
