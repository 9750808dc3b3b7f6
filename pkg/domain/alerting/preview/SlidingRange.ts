/**
 * A range of indices that moves over a list: tells what enters and what leaves, so that a window that moves on by little
 * costs little. Anywhere else than forwards it begins anew.
 */
export class SlidingRange {
  private from = 0;
  private to = 0;
  private readonly enter: (index: number) => void;
  private readonly leave: (index: number) => void;

  constructor(enter: (index: number) => void, leave: (index: number) => void) {
    this.enter = enter;
    this.leave = leave;
  }

  /** Moves to the indices from `from` on, below `to`. */
  move(from: number, to: number): void {
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
}
