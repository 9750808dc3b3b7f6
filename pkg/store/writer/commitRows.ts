import type { Client } from 'pg';
import { rawTables, type ConsentRow, type RawTable } from '../../domain/ingest/rows';
import { arrayParameter } from './arrayParameter';
import { columns, type Column } from './columns';
import type { DirtyMark } from './DirtyMarks';
import { commitTogether, type BoundInsert } from './commitTogether';
import { consentKey, deviceKey, type DeviceRow, type EncodedRows, type ErrorMark } from './encodeRows';
import { ElementWriter } from './ElementWriter';
import { encodeColumns } from './encodeColumns';
import { insertStatement, type PreparedInsert } from './insertStatement';

/** How rows are inserted that may be there already, as those of a retried request are, and rows that hardly are. */
const inserts = { dropped: insertsOf('dropped'), refused: insertsOf('refused') };

function insertsOf(repeats: 'dropped' | 'refused'): Readonly<Record<RawTable, PreparedInsert>> {
  return {
    monitoring_metrics: insertStatement('monitoring_metrics', columns.monitoring_metrics, 'raw', repeats),
    analytics_events: insertStatement('analytics_events', columns.analytics_events, 'raw', repeats),
    performance_data: insertStatement('performance_data', columns.performance_data, 'raw', repeats),
    error_logs: insertStatement('error_logs', columns.error_logs, 'raw', repeats),
    system_health: insertStatement('system_health', columns.system_health, 'raw', repeats),
    spans: insertStatement('spans', columns.spans, 'raw', repeats),
  };
}

const deviceColumns: readonly Column<DeviceRow>[] = [
  { name: 'id', type: 'bigint', read: (row) => row.device.id },
  { name: 'org_id', type: 'bigint', read: (row) => row.org_id },
  { name: 'app_id', type: 'uuid', read: (row) => row.app_id },
  { name: 'info', type: 'jsonb', read: (row) => row.device.info },
];
const insertDevices = insertStatement('devices', deviceColumns);

const markColumns: readonly Column<ErrorMark>[] = [
  { name: 'org_id', type: 'bigint', read: (mark) => mark.org_id },
  { name: 'app_id', type: 'uuid', read: (mark) => mark.app_id },
  { name: 'fingerprint', type: 'text', read: (mark) => mark.fingerprint },
  { name: 'hour', type: 'epoch', read: (mark) => mark.hour },
];
const insertMarks = insertStatement('error_marks', markColumns);

const dirtyColumns: readonly Column<DirtyMark>[] = [
  { name: 'org_id', type: 'bigint', read: (mark) => mark.org_id },
  { name: 'app_id', type: 'uuid', read: (mark) => mark.app_id },
  { name: 'bucket', type: 'epoch', read: (mark) => mark.bucket },
  { name: 'kind', type: 'text', read: (mark) => mark.kind },
  { name: 'grain', type: 'text', read: (mark) => mark.grain },
];
const insertDirty = insertStatement('summary_dirty', dirtyColumns, 'public');

const consentColumns: readonly Column<ConsentRow>[] = [
  { name: 'org_id', type: 'bigint', read: (row) => row.org_id },
  { name: 'app_id', type: 'uuid', read: (row) => row.app_id },
  { name: 'owner', type: 'uuid', read: (row) => row.owner },
  { name: 'day', type: 'date', read: (row) => row.day },
  { name: 'mode', type: 'text', read: (row) => row.mode },
  { name: 'decision', type: 'text', read: (row) => row.decision },
  { name: 'source', type: 'text', read: (row) => row.source },
];
const insertConsents = insertStatement('consent_decisions', consentColumns, 'public');

/** What requests are the first to say, as far as this process knows. */
export interface News {
  devices: readonly DeviceRow[];
  consents: readonly ConsentRow[];
}

/**
 * Writes requests, the devices and decisions they are the first to name, and which summaries they make out of date, in
 * one transaction. Throws what the driver throws; nothing is kept then.
 */
export async function commitRows(
  client: Client,
  requests: readonly EncodedRows[],
  news: News,
  dirty: readonly DirtyMark[],
  repeats: 'dropped' | 'refused' = 'dropped'
): Promise<void> {
  const rows = rawTables.flatMap((table): BoundInsert[] => {
    const parts = requests.flatMap(({ tables }) =>
      tables.flatMap((part) => (part.table === table ? [part.encoded] : []))
    );
    const values = columns[table].map(({ type }, index) => arrayParameter(type, parts, index));
    return parts.length === 0 ? [] : [{ ...inserts[repeats][table], values }];
  });
  const devices = inOrder(news.devices, ({ app_id, device }) => deviceKey(app_id, device.id));
  const marks = new Map(requests.flatMap((request) => [...request.errorMarks]));
  await commitTogether(client, [
    ...insertOf(insertDevices, deviceColumns, devices),
    ...insertOf(insertConsents, consentColumns, inOrder(news.consents, consentKey)),
    ...rows,
    // Together with the rows they tell of: what was stored is counted, whoever dies in between.
    ...insertOf(insertMarks, markColumns, [...marks.values()]),
    // Appended, never updated: a job may just be deleting the mark that is there for rows that it has seen, not for these.
    ...insertOf(insertDirty, dirtyColumns, dirty),
  ]);
}

/** One statement for all of `rows`; none where there are none. */
function insertOf<Row>(
  insert: PreparedInsert,
  rowColumns: readonly Column<Row>[],
  rows: readonly Row[]
): BoundInsert[] {
  const parts = [encodeColumns(new ElementWriter(), rowColumns, rows)];
  const values = rowColumns.map(({ type }, index) => arrayParameter(type, parts, index));
  return rows.length === 0 ? [] : [{ ...insert, values }];
}

/** In one order for everybody: two transactions that insert the same rows must not wait for each other. */
function inOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
