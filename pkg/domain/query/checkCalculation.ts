import type { Calculation } from '../../../src/contract/query/calculations';
import { calculationsByKind, isArithmetic, shareCalculations } from '../../../src/contract/query/calculationsByKind';
import type { DataKind } from '../../../src/contract/query/kinds';
import { metricFields } from '../../../src/contract/query/metricFields';
import { uptimeFields } from '../../../src/contract/query/uptimeFields';
import type { Measure, PlannedField, PlannedFilter } from './QueryPlan';
import { QueryError } from './QueryRunner';

/** Measures of `health`, one of which a query may name as its metric. */
const healthMeasures: readonly Measure[] = ['response_time_ms', 'error_rate'];

export interface CalculationRequest {
  kind: DataKind;
  calculation: Calculation;
  metric: string | undefined;
  groupBy: readonly PlannedField[];
  filters: readonly PlannedFilter[];
}

/**
 * The number of a row that the calculation works on; undefined for those that count rows. Throws QueryError for a
 * calculation that the kind's rows do not allow, and for one that would mix milliseconds with scores.
 */
export function checkCalculation(request: CalculationRequest): Measure | undefined {
  const { kind, calculation, metric, groupBy, filters } = request;
  if (!calculationsByKind[kind].includes(calculation)) {
    const allowed = calculationsByKind[kind].join(', ');
    throw new QueryError(`The calculation ${calculation} does not fit ${kind}; allowed: ${allowed}`);
  }
  const metricField = metricFields[kind];
  if (metricField === undefined && kind !== 'health' && metric !== undefined) {
    throw new QueryError(`Queries of ${kind} have no metric; remove "metric", or filter by a field`);
  }
  if (calculation === 'uptime') {
    checkUptime(groupBy, filters);
    return undefined;
  }
  const needsNumber = isArithmetic(calculation);
  if (kind === 'health') {
    return needsNumber ? healthMeasure(metric) : undefined;
  }
  const oneMetric =
    metric !== undefined ||
    groupBy.some((field) => field.name === metricField) ||
    filters.some(({ field, test }) => field.name === metricField && test.is === 'anyOf' && test.values.length === 1);
  if (metricField !== undefined && (needsNumber || shareCalculations.includes(calculation)) && !oneMetric) {
    throw new QueryError(`The calculation ${calculation} needs "metric", or "${metricField}" in groupBy`);
  }
  return needsNumber ? 'value' : undefined;
}

function healthMeasure(metric: string | undefined): Measure {
  const measure = metric === undefined ? 'response_time_ms' : healthMeasures.find((candidate) => candidate === metric);
  if (measure === undefined) {
    throw new QueryError(`Health has no metric "${metric}"; allowed: ${healthMeasures.join(', ')}`);
  }
  return measure;
}

/** The time that a status lasts is cut out of a service's whole history, so the status itself cannot select. */
function checkUptime(groupBy: readonly PlannedField[], filters: readonly PlannedFilter[]): void {
  const wrong = [...groupBy, ...filters.map((filter) => filter.field)].find(
    (field) => !uptimeFields.includes(field.name)
  );
  if (wrong !== undefined) {
    throw new QueryError(`Uptime can be asked by ${uptimeFields.join(', ')} only, not by ${wrong.name}`);
  }
}
