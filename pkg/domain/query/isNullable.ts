import type { FrameField } from '../../../src/contract/query/Frame';

/**
 * Whether a column is declared as one that may hold nothing. Times are not, unless one is missing: Grafana's expressions,
 * and with them its alert rules, take a time series only with a time column that cannot be null.
 */
export function isNullable(field: FrameField): boolean {
  return field.type !== 'time' || field.values.includes(null);
}
