/**
 * A range of indices that moves over a list: tells what enters and what leaves, so that a window that moves on by little
 * costs little. Anywhere else than forwards it begins anew.
 */
export abstract class SlidingRange {
  private from = 0;
  private to = 0;

  /** Moves to the indices from `from` on, below `to`. */
  protected move(from: number, to: number): void {
    const isForwards = from >= this.from && to >= this.to && from <= this.to;
    if (!isForwards) {
      this.drop(this.to);
      this.from = from;
      this.to = from;
    }
    for (; this.to < to; this.to += 1) {
      this.enter(this.to);
    }
    this.drop(from);
  }

  private drop(until: number): void {
    for (; this.from < until; this.from += 1) {
      this.leave(this.from);
    }
  }

  protected abstract enter(index: number): void;

  /** Of those that entered the first one leaves first. */
  protected abstract leave(index: number): void;
}
