import { rawTables, type Device, type RawTable, type RowSet } from '../../domain/ingest/rows';
import { hour } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { arrayElement } from './arrayLiteral';
import { columns, type Column } from './columns';
import { touchBuckets, type Touched } from './touchedBuckets';

/** The last instant that a Date can hold (ECMAScript, 21.4.1.1). */
const latestDate = 8.64e15;

/** Rows of one table: for each column the elements of its array, joined. */
export interface EncodedTable {
  table: RawTable;
  rows: number;
  columns: string[];
}

export interface DeviceRow {
  org_id: number;
  app_id: string;
  device: Device;
}

/** An hour of an error group, named by its start in epoch milliseconds. */
export interface ErrorMark {
  org_id: number;
  app_id: string;
  fingerprint: string;
  hour: number;
}

/** The rows of one request, ready to be sent; made once, so that their size is known before they are queued. */
export interface EncodedRows {
  tables: EncodedTable[];
  rows: number;
  /** Characters, which is bytes for most of what is stored. */
  size: number;
  /** Partitions needed: `performance_data 2026-11-23`. */
  days: Set<string>;
  /** By `deviceKey`. */
  devices: Map<string, DeviceRow>;
  /** Hours of error groups that must be counted anew, each once. */
  errorMarks: Map<string, ErrorMark>;
  /** Which summaries will not hold all that is stored any more. */
  touched: Touched;
}

/** What a device is known by among all apps. */
export function deviceKey(appId: string, deviceId: string): string {
  return `${appId} ${deviceId}`;
}

export function encodeRows(rows: RowSet): EncodedRows {
  const encoded: EncodedRows = {
    tables: [],
    rows: 0,
    size: 0,
    days: new Set(),
    devices: new Map(),
    errorMarks: new Map(),
    touched: { touches: new Map(), vitals: [] },
  };
  for (const table of rawTables) {
    encodeTable(encoded, table, rows);
  }
  return encoded;
}

/** Rows of one request share most values of most columns: an element is made anew only where the value differs. */
function encodeColumn<Row>({ type, read }: Column<Row>, rows: readonly Row[]): string {
  let last: unknown;
  let element = arrayElement(type, last);
  let text = '';
  for (const row of rows) {
    const value = read(row);
    if (value !== last) {
      element = arrayElement(type, value);
      last = value;
    }
    text += text === '' ? element : `,${element}`;
  }
  return text;
}

function encodeTable<T extends RawTable>(into: EncodedRows, table: T, all: Pick<RowSet, T>): void {
  const rows: readonly RowSet[T][number][] = all[table];
  const tableColumns: readonly Column<RowSet[T][number]>[] = columns[table];
  if (rows.length === 0) {
    return;
  }
  const chunks = tableColumns.map((column) => encodeColumn(column, rows));
  into.tables.push({ table, rows: rows.length, columns: chunks });
  into.rows += rows.length;
  into.size += chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  touchBuckets(into.touched, table, rows);
  for (const row of rows) {
    // A time that is no time is left to the insert, which refuses that row alone.
    if (Math.abs(row.timestamp) <= latestDate) {
      into.days.add(`${table} ${isoDay(row.timestamp)}`);
    }
    if ('fingerprint' in row && Math.abs(row.timestamp) <= latestDate) {
      const { org_id, app_id, fingerprint } = row;
      const start = row.timestamp - (row.timestamp % hour);
      into.errorMarks.set(`${app_id} ${start} ${fingerprint}`, { org_id, app_id, fingerprint, hour: start });
    }
    if ('device' in row && row.device !== null) {
      const { org_id, app_id, device } = row;
      into.devices.set(deviceKey(app_id, device.id), { org_id, app_id, device });
    }
  }
}
