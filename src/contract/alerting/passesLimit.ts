import { comparisons, type Comparison } from './words';

/** Whether a value lies beyond its limit, where an alert fires and an assertion holds. */
export function passesLimit(value: number, operator: Comparison, limit: number): boolean {
  switch (operator) {
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
  }
}

/** Whether what was kept with an alert is a comparison that this program knows. */
export function isComparison(operator: unknown): operator is Comparison {
  return comparisons.some((comparison) => comparison === operator);
}
