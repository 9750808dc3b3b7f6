import type { Frame, FrameField } from '../../../../src/contract/query/Frame';
import type { RowsPlan } from '../QueryPlan';
import type { StoredRow } from '../QueryStore';
import { fieldConfig } from './fieldConfig';
import { logBody } from './logBody';
import { logLevel } from './logLevel';

const types: Readonly<Record<string, FrameField['type']>> = {
  ...{ value: 'number', response_time_ms: 'number', error_rate: 'number', last_value: 'number', firings: 'number' },
  ...{ limit: 'number', version: 'number' },
  resolved_at: 'time',
};

/**
 * Single rows as Grafana's log lines: time, text, level and id first, then the row's own columns. Not of the frame type
 * `log-lines`, which wants its own words in the column `severity`, where an error's severity stands.
 */
export function logsFrame(refId: string, plan: RowsPlan, rows: readonly StoredRow[]): Frame {
  return {
    refId,
    name: plan.kind,
    meta: {
      preferredVisualisationType: 'logs',
      custom: { source: plan.archived === true ? 'archive' : 'raw', kind: plan.kind },
    },
    fields: [
      { name: 'timestamp', type: 'time', values: rows.map((row) => row.timestamp) },
      { name: 'body', type: 'string', values: rows.map((row) => logBody(plan.kind, row)) },
      { name: 'level', type: 'string', values: rows.map((row) => logLevel(plan.kind, row)) },
      { name: 'id', type: 'string', values: rows.map((row) => row.id) },
      ...plan.columns.map((name): FrameField => ({
        name,
        type: types[name] ?? 'string',
        ...fieldConfig(name),
        values: rows.map((row) => row.columns[name] ?? null),
      })),
    ],
  };
}
