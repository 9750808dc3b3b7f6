/**
 * The instant that an evaluation at `at` counts as for the lives of its label sets, epoch milliseconds: when it was due, for
 * a fraction of a second more or less must not make "for 1 min" a whole interval longer. One that is late by an interval
 * or more counts as what it is.
 */
export function beatOf(dueAt: number, at: number, intervalMs: number): number {
  const late = at - dueAt;
  return late >= 0 && late < intervalMs ? dueAt : at;
}
