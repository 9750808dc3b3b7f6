import { calculationsByKind, isArithmetic, shareCalculations } from '../../contract/query/calculationsByKind';
import { isWebVital } from '../../contract/webVitals';
import type { Calculation } from '../../contract/query/calculations';
import type { DataKind } from '../../contract/query/kinds';

/**
 * The calculations that mean something for a kind, the usual one first. Shares need ratings, which only the five vitals
 * and results of health have; a metric that is not known yet (a variable, none chosen) is given the benefit of the doubt.
 */
export function calculationsOf(kind: DataKind, metric?: string): readonly Calculation[] {
  const rated = kind === 'health' || !metric || isWebVital(metric) || metric.includes('$');
  return calculationsByKind[kind].filter((calculation) => rated || !shareCalculations.includes(calculation));
}

/** Whether a calculation is made of the rows' values or ratings, rather than of their being there. */
export function isOfValues(calculation: Calculation): boolean {
  return isArithmetic(calculation) || shareCalculations.includes(calculation);
}
