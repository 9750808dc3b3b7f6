import type { RowKind } from '../../../src/contract/query/kinds';
import type { PerformanceRow, RawTable } from '../../domain/ingest/rows';
import { hour, minute } from '../../lib/duration';

/** Rows of one minute of one app, of a kind that is summarised. */
export interface Touch {
  kind: RowKind;
  org_id: number;
  app_id: string;
  /** Its start, epoch milliseconds. */
  minute: number;
  rows: number;
}

/** A report of a web vital, which a newer one may replace. */
export interface VitalReport {
  key: string;
  touch: Touch;
}

/** What the rows of a request mean for the summaries. */
export interface Touched {
  touches: Map<string, Touch>;
  vitals: VitalReport[];
}

const kinds: Readonly<Record<RawTable, RowKind | undefined>> = {
  performance_data: 'performance',
  monitoring_metrics: 'metrics',
  analytics_events: 'events',
  error_logs: 'errors',
  system_health: 'health',
  spans: undefined,
};

type TouchingRow = Pick<PerformanceRow, 'org_id' | 'app_id' | 'timestamp'> &
  Partial<Pick<PerformanceRow, 'metric_id' | 'metric_type'>>;

/** Notes which minutes the rows of a table belong to. */
export function touchBuckets(into: Touched, table: RawTable, rows: readonly TouchingRow[]): void {
  const kind = kinds[table];
  if (kind === undefined) {
    return;
  }
  let touch: Touch | undefined;
  for (const { org_id, app_id, timestamp, metric_id, metric_type } of rows) {
    // A time that is no time is left to the insert, which refuses that row alone.
    if (!Number.isFinite(timestamp)) {
      continue;
    }
    const start = Math.floor(timestamp / minute) * minute;
    if (touch?.minute !== start || touch.app_id !== app_id) {
      const key = `${kind} ${app_id} ${start}`;
      touch = into.touches.get(key) ?? { kind, org_id, app_id, minute: start, rows: 0 };
      into.touches.set(key, touch);
    }
    touch.rows += 1;
    if (metric_id !== undefined && metric_id !== null) {
      into.vitals.push({ key: `${app_id} ${metric_type ?? ''} ${metric_id}`, touch });
    }
  }
}

/** Start of the hour that holds `time`. */
export function hourOf(time: number): number {
  return Math.floor(time / hour) * hour;
}
