import { rawTables, type ConsentRow, type Device, type RawTable, type RowSet } from '../../domain/ingest/rows';
import { day, hour } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { columns, type Column } from './columns';
import { ElementWriter } from './ElementWriter';
import { encodeColumns, type EncodedColumns } from './encodeColumns';
import { touchBuckets, type Touched } from './touchedBuckets';

/** The last instant that a Date can hold (ECMAScript, 21.4.1.1). */
const latestDate = 8.64e15;

/** Rows of one table. */
export interface EncodedTable {
  table: RawTable;
  encoded: EncodedColumns;
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
  /** Bytes. */
  size: number;
  /** Partitions needed: `performance_data 2026-11-23`. */
  days: Set<string>;
  /** By `deviceKey`. */
  devices: Map<string, DeviceRow>;
  /** Decisions of visitors, by all that they say. */
  consents: Map<string, ConsentRow>;
  /** Hours of error groups that must be counted anew, each once. */
  errorMarks: Map<string, ErrorMark>;
  /** Which summaries will not hold all that is stored any more. */
  touched: Touched;
}

/** What a device is known by among all apps. */
export function deviceKey(appId: string, deviceId: string): string {
  return `${appId} ${deviceId}`;
}

/** What a decision is known by: the key of its table. */
export function consentKey({ app_id, owner, day, mode, decision }: ConsentRow): string {
  return `${app_id} ${owner} ${day} ${mode} ${decision}`;
}

export function encodeRows(rows: RowSet): EncodedRows {
  const encoded: EncodedRows = {
    tables: [],
    rows: 0,
    size: 0,
    days: new Set(),
    devices: new Map(),
    consents: new Map(rows.consent_decisions.map((row) => [consentKey(row), row])),
    errorMarks: new Map(),
    touched: { touches: new Map(), vitals: [] },
  };
  for (const table of rawTables) {
    encodeTable(encoded, table, rows);
  }
  return encoded;
}

/** One for all: a request is encoded in one go. */
const elements = new ElementWriter();

function encodeTable<T extends RawTable>(into: EncodedRows, table: T, all: Pick<RowSet, T>): void {
  const rows: readonly RowSet[T][number][] = all[table];
  const tableColumns: readonly Column<RowSet[T][number]>[] = columns[table];
  if (rows.length === 0) {
    return;
  }
  const encoded = encodeColumns(elements, tableColumns, rows);
  into.tables.push({ table, encoded });
  into.rows += rows.length;
  into.size += encoded.bytes.length;
  touchBuckets(into.touched, table, rows);
  // Rows of one request share their day and their device: what each needs is looked up where it differs from the last.
  let lastDay = NaN;
  let lastDevice: Device | null = null;
  for (const row of rows) {
    const dayOfRow = Math.floor(row.timestamp / day);
    // A time that is no time is left to the insert, which refuses that row alone.
    if (dayOfRow !== lastDay && Math.abs(row.timestamp) <= latestDate) {
      into.days.add(`${table} ${isoDay(row.timestamp)}`);
      lastDay = dayOfRow;
    }
    if ('fingerprint' in row && Math.abs(row.timestamp) <= latestDate) {
      const { org_id, app_id, fingerprint } = row;
      const start = row.timestamp - (row.timestamp % hour);
      into.errorMarks.set(`${app_id} ${start} ${fingerprint}`, { org_id, app_id, fingerprint, hour: start });
    }
    if ('device' in row && row.device !== null && row.device !== lastDevice) {
      const { org_id, app_id, device } = row;
      into.devices.set(deviceKey(app_id, device.id), { org_id, app_id, device });
      lastDevice = device;
    }
  }
}
