import { SlidingRange } from './SlidingRange';

/** How many different numbers a window over a list holds. */
export class SlidingDistinct {
  private readonly counts = new Map<number, number>();
  private readonly range: SlidingRange;

  /** @param ids null: counted as nobody */
  constructor(ids: ArrayLike<number | null>) {
    const change = (index: number, by: number): void => {
      const id = ids[index] ?? null;
      if (id === null) {
        return;
      }
      const count = (this.counts.get(id) ?? 0) + by;
      if (count === 0) {
        this.counts.delete(id);
      } else {
        this.counts.set(id, count);
      }
    };
    this.range = new SlidingRange(
      (index) => change(index, 1),
      (index) => change(index, -1)
    );
  }

  /** Of the indices from `from` on, below `to`. */
  count(from: number, to: number): number {
    this.range.move(from, to);
    return this.counts.size;
  }
}
