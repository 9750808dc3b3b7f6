import type { Calculation } from './calculations';
import type { DataKind } from './kinds';

/** Made of the rows' being there: every kind has them, except that health knows no users and sessions. */
export const countingCalculations: readonly Calculation[] = ['count', 'rate', 'uniques_users', 'uniques_sessions'];

/** Made of the rows' ratings, which web vitals have, and of the status of results of health. */
export const shareCalculations: readonly Calculation[] = ['share_good', 'share_needs_improvement', 'share_poor'];

const arithmetic: readonly Calculation[] = ['avg', 'sum', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99'];
const percentilesFirst: readonly Calculation[] = ['p75', 'p50', 'p90', 'p95', 'p99', 'avg', 'min', 'max', 'sum'];

/** What can be calculated of the rows of a kind, the usual one first: editors offer them in this order. */
export const calculationsByKind: Readonly<Record<DataKind, readonly Calculation[]>> = {
  performance: [...percentilesFirst, ...shareCalculations, ...countingCalculations],
  events: countingCalculations,
  errors: countingCalculations,
  metrics: [...arithmetic, ...countingCalculations],
  health: ['uptime', ...arithmetic, ...shareCalculations, 'count', 'rate'],
  alerts: ['count', 'rate'],
};

/** The calculation of a query that names none. */
export function usualCalculation(kind: DataKind, metric: string | undefined): Calculation {
  return kind === 'performance' && metric ? 'p75' : 'count';
}

/** Whether a calculation works on a number of each row. */
export function isArithmetic(calculation: Calculation): boolean {
  return arithmetic.includes(calculation);
}
