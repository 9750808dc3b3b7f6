import { SlidingRange } from './SlidingRange';

/**
 * The smallest number of a window over a list: keeps the numbers that may still become it, each larger than the one
 * before, so that all windows together look at each number twice at most.
 */
export class SlidingLeast extends SlidingRange {
  private readonly numbers: Float64Array;
  /** Indices of the numbers that are kept, from `head` on, below `tail`. */
  private readonly kept: Int32Array;
  private head = 0;
  private tail = 0;

  constructor(numbers: Float64Array) {
    super();
    this.numbers = numbers;
    this.kept = new Int32Array(numbers.length);
  }

  /** Of the indices from `from` on, below `to`. Null: none. */
  least(from: number, to: number): number | null {
    this.move(from, to);
    return this.head === this.tail ? null : this.at(this.head);
  }

  protected enter(index: number): void {
    if (this.head === this.tail) {
      this.head = 0;
      this.tail = 0;
    }
    const number = this.numbers[index] ?? NaN;
    while (this.tail > this.head && this.at(this.tail - 1) >= number) {
      this.tail -= 1;
    }
    this.kept[this.tail] = index;
    this.tail += 1;
  }

  protected leave(index: number): void {
    if (this.head < this.tail && this.kept[this.head] === index) {
      this.head += 1;
    }
  }

  private at(place: number): number {
    return this.numbers[this.kept[place] ?? 0] ?? NaN;
  }
}
