import { attributeColumns } from '../../../../src/contract/query/fields';
import type { DataKind } from '../../../../src/contract/query/kinds';
import type { StoredRow } from '../QueryStore';

/** What a line says, by kind, as far as the columns were asked for: free text is absent for who may not see it. */
const parts: Readonly<Record<DataKind, readonly string[]>> = {
  performance: ['metric_type', 'value', 'rating', 'page_path'],
  events: ['event_type', 'event_name', 'page_path'],
  errors: ['error_type', 'error_message', 'page_path'],
  metrics: ['name', 'value', 'unit', 'page_path'],
  alerts: ['title', 'message'],
  health: ['service_name', 'status', 'response_time_ms', 'last_error'],
};

/** The text of one log line. */
export function logBody(kind: DataKind, { columns }: StoredRow): string {
  const words = parts[kind].map((name) => columns[name]).filter((value) => value !== null && value !== undefined);
  const attributes = kind === 'events' ? columns[attributeColumns.events] : undefined;
  return [...words, ...(attributes === undefined || attributes === null ? [] : [attributes])].join(' ');
}
