import type { DataKind } from '../../../../src/contract/query/kinds';
import type { StoredRow } from '../QueryStore';

/** Levels in Grafana's words, by what a row says of itself. */
const levels: Readonly<Record<string, string>> = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
  down: 'error',
  degraded: 'warning',
  poor: 'warning',
};

const columns: Partial<Record<DataKind, string>> = {
  errors: 'severity',
  alerts: 'severity',
  health: 'status',
  performance: 'rating',
};

/** The level of one log line. */
export function logLevel(kind: DataKind, row: StoredRow): string {
  const column = columns[kind];
  const word = column === undefined ? undefined : row.columns[column];
  return typeof word === 'string' && Object.hasOwn(levels, word) ? (levels[word] ?? 'info') : 'info';
}
