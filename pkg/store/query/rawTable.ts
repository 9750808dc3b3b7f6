import { sql } from 'kysely';
import { attributeColumns } from '../../../src/contract/query/fields';
import type { DataKind, RowKind } from '../../../src/contract/query/kinds';
import { alertRows } from './alertRows';
import type { Fragment } from './compileStatement';

interface RawTable {
  name: Fragment;
  time: Fragment;
  /** The number that `value` means. */
  value: Fragment;
  unit: Fragment;
  attributes: Fragment;
}

const raw = (kind: RowKind, table: string, time: string, value: string, unit?: string): RawTable => ({
  name: sql.table(`raw.${table}`),
  time: sql.ref(`t.${time}`),
  value: sql.ref(`t.${value}`),
  unit: unit === undefined ? sql`null::text` : sql.ref(`t.${unit}`),
  attributes: sql.ref(`t.${attributeColumns[kind]}`),
});

/** Where the rows of a kind lie. In every statement the table goes by the name `t`. */
export const rawTables: Readonly<Record<DataKind, RawTable>> = {
  performance: raw('performance', 'performance_data', 'timestamp', 'metric_value', 'metric_unit'),
  events: raw('events', 'analytics_events', 'timestamp', 'timestamp'),
  errors: raw('errors', 'error_logs', 'timestamp', 'timestamp'),
  metrics: raw('metrics', 'monitoring_metrics', 'timestamp', 'value', 'unit'),
  health: raw('health', 'system_health', 'checked_at', 'response_time_ms'),
  alerts: {
    name: alertRows,
    time: sql.ref('t.timestamp'),
    value: sql.ref('t.last_value'),
    unit: sql`null::text`,
    attributes: sql.ref('t.labels'),
  },
};

/** Epoch milliseconds as an instant of the database. */
export function instant(milliseconds: number): Fragment {
  return sql`to_timestamp(${milliseconds}::float8 / 1000)`;
}
