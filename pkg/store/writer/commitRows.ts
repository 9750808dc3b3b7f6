import type { Client } from 'pg';
import { rawTables } from '../../domain/ingest/rows';
import { arrayElement, arrayLiteral, type ColumnType } from './arrayLiteral';
import { columns } from './columns';
import type { DirtyMark } from './DirtyMarks';
import { commitTogether, type BoundInsert } from './commitTogether';
import { deviceKey, type DeviceRow, type EncodedRows, type ErrorMark } from './encodeRows';
import { insertStatement } from './insertStatement';

const inserts = {
  monitoring_metrics: insertStatement('monitoring_metrics', columns.monitoring_metrics),
  analytics_events: insertStatement('analytics_events', columns.analytics_events),
  performance_data: insertStatement('performance_data', columns.performance_data),
  error_logs: insertStatement('error_logs', columns.error_logs),
  system_health: insertStatement('system_health', columns.system_health),
  spans: insertStatement('spans', columns.spans),
};

const deviceColumns: { name: string; type: ColumnType; read: (row: DeviceRow) => unknown }[] = [
  { name: 'id', type: 'bigint', read: (row) => row.device.id },
  { name: 'org_id', type: 'bigint', read: (row) => row.org_id },
  { name: 'app_id', type: 'uuid', read: (row) => row.app_id },
  { name: 'info', type: 'jsonb', read: (row) => row.device.info },
];
const insertDevices = insertStatement('devices', deviceColumns);

const markColumns: { name: string; type: ColumnType; read: (mark: ErrorMark) => unknown }[] = [
  { name: 'org_id', type: 'bigint', read: (mark) => mark.org_id },
  { name: 'app_id', type: 'uuid', read: (mark) => mark.app_id },
  { name: 'fingerprint', type: 'text', read: (mark) => mark.fingerprint },
  { name: 'hour', type: 'epoch', read: (mark) => mark.hour },
];
const insertMarks = insertStatement('error_marks', markColumns);

const dirtyColumns: { name: string; type: ColumnType; read: (mark: DirtyMark) => unknown }[] = [
  { name: 'org_id', type: 'bigint', read: (mark) => mark.org_id },
  { name: 'app_id', type: 'uuid', read: (mark) => mark.app_id },
  { name: 'bucket', type: 'epoch', read: (mark) => mark.bucket },
  { name: 'kind', type: 'text', read: (mark) => mark.kind },
  { name: 'grain', type: 'text', read: (mark) => mark.grain },
];
const insertDirty = insertStatement('summary_dirty', dirtyColumns, 'public');

/**
 * Writes requests, the devices they are the first to name, and which summaries they make out of date in one transaction.
 * Throws what the driver throws; nothing is kept then.
 */
export async function commitRows(
  client: Client,
  requests: readonly EncodedRows[],
  devices: readonly DeviceRow[],
  dirty: readonly DirtyMark[]
): Promise<void> {
  const rows = rawTables.flatMap((table): BoundInsert[] => {
    const parts = requests.flatMap((request) => request.tables.filter((part) => part.table === table));
    const values = columns[table].map((_column, index) => arrayLiteral(parts.map((part) => part.columns[index] ?? '')));
    return parts.length === 0 ? [] : [{ ...inserts[table], values }];
  });
  await commitTogether(client, [...deviceInserts(devices), ...rows, ...markInserts(requests), ...dirtyInserts(dirty)]);
}

/** In one order for everybody: two transactions that insert the same devices must not wait for each other. */
function deviceInserts(devices: readonly DeviceRow[]): BoundInsert[] {
  if (devices.length === 0) {
    return [];
  }
  const ordered = [...devices].sort((a, b) =>
    deviceKey(a.app_id, a.device.id) < deviceKey(b.app_id, b.device.id) ? -1 : 1
  );
  const values = deviceColumns.map(({ type, read }) =>
    arrayLiteral(ordered.map((row) => arrayElement(type, read(row))))
  );
  return [{ ...insertDevices, values }];
}

/** Together with the rows they tell of: what was stored is counted, whoever dies in between. */
function markInserts(requests: readonly EncodedRows[]): BoundInsert[] {
  const marks = new Map(requests.flatMap((request) => [...request.errorMarks]));
  if (marks.size === 0) {
    return [];
  }
  const values = markColumns.map(({ type, read }) =>
    arrayLiteral([...marks.values()].map((mark) => arrayElement(type, read(mark))))
  );
  return [{ ...insertMarks, values }];
}

/** Appended, never updated: a job may just be deleting the mark that is there for rows that it has seen, not for these. */
function dirtyInserts(marks: readonly DirtyMark[]): BoundInsert[] {
  const values = dirtyColumns.map(({ type, read }) =>
    arrayLiteral(marks.map((mark) => arrayElement(type, read(mark))))
  );
  return marks.length === 0 ? [] : [{ ...insertDirty, values }];
}
