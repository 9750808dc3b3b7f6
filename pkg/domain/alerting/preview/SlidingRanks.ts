import { lowerBound } from './lowerBound';
import { SlidingRange } from './SlidingRange';

/**
 * Nearest-rank percentiles of a window over a list of numbers: counts by rank in a Fenwick tree, so that a number that
 * enters or leaves costs the logarithm of how many different ones there are.
 */
export class SlidingRanks extends SlidingRange {
  private readonly ascending: Float64Array;
  /** Of each number, its place among the different ones, from 1 on. */
  private readonly ranks: Int32Array;
  private readonly tree: Int32Array;
  private count = 0;

  constructor(numbers: Float64Array) {
    super();
    this.ascending = differing(numbers);
    this.tree = new Int32Array(this.ascending.length + 1);
    this.ranks = new Int32Array(numbers.length);
    for (let index = 0; index < numbers.length; index += 1) {
      this.ranks[index] = lowerBound(this.ascending, numbers[index] ?? NaN) + 1;
    }
  }

  /** The smallest number that at least `share` of those from index `from` on, below `to`, do not exceed. Null: none. */
  percentile(share: number, from: number, to: number): number | null {
    this.move(from, to);
    if (this.count === 0) {
      return null;
    }
    let left = Math.max(1, Math.ceil(share * this.count));
    let node = 0;
    for (let step = 1 << (31 - Math.clz32(this.tree.length)); step > 0; step >>= 1) {
      const next = node + step;
      const below = next < this.tree.length ? (this.tree[next] ?? 0) : Infinity;
      if (below < left) {
        node = next;
        left -= below;
      }
    }
    return this.ascending[node] ?? null;
  }

  protected enter(index: number): void {
    this.change(index, 1);
  }

  protected leave(index: number): void {
    this.change(index, -1);
  }

  private change(index: number, by: number): void {
    this.count += by;
    for (let node = this.ranks[index] ?? this.tree.length; node < this.tree.length; node += node & -node) {
      this.tree[node] = (this.tree[node] ?? 0) + by;
    }
  }
}

/** The different ones of some numbers, ascending. */
function differing(numbers: Float64Array): Float64Array {
  const ascending = numbers.slice().sort();
  let kept = 0;
  for (let index = 0; index < ascending.length; index += 1) {
    const number = ascending[index] ?? NaN;
    if (index === 0 || number !== ascending[kept - 1]) {
      ascending[kept] = number;
      kept += 1;
    }
  }
  return ascending.slice(0, kept);
}
