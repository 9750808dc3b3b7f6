import type { DataKind } from './kinds';

/** The field by which rows of different metrics are told apart: without it milliseconds would be mixed with scores. */
export const metricFields: Partial<Record<DataKind, string>> = { performance: 'metric_type', metrics: 'name' };
