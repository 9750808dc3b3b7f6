import { SlidingRange } from './SlidingRange';

/** How many different numbers a window over a list holds. */
export class SlidingDistinct extends SlidingRange {
  private readonly ids: ArrayLike<number | null>;
  private readonly counts = new Map<number, number>();

  /** @param ids null or NaN: counted as nobody */
  constructor(ids: ArrayLike<number | null>) {
    super();
    this.ids = ids;
  }

  /** Of the indices from `from` on, below `to`. */
  count(from: number, to: number): number {
    this.move(from, to);
    return this.counts.size;
  }

  protected enter(index: number): void {
    this.change(index, 1);
  }

  protected leave(index: number): void {
    this.change(index, -1);
  }

  private change(index: number, by: number): void {
    const id = this.ids[index] ?? NaN;
    if (Number.isNaN(id)) {
      return;
    }
    const count = (this.counts.get(id) ?? 0) + by;
    if (count === 0) {
      this.counts.delete(id);
    } else {
      this.counts.set(id, count);
    }
  }
}
