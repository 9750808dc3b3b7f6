import {
  rawTables,
  type ConsentRow,
  type Device,
  type ErrorRow,
  type PerformanceRow,
  type Person,
  type RawTable,
  type RowSet,
} from '../../domain/ingest/rows';
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

/** What is noted of a row beside its columns. */
export type NotedRow = Pick<PerformanceRow, 'org_id' | 'app_id' | 'timestamp'> &
  Partial<Pick<PerformanceRow, 'device' | 'metric_id' | 'metric_type'> & Pick<ErrorRow, 'fingerprint'>>;

/**
 * The rows of one request, ready to be sent; made once, so that their size is known before they are queued. While they wait this is
 * all that is kept of them: the objects they were made of take several times as much.
 */
export interface EncodedRows {
  /** The app that all of it is of; empty where there is nothing. */
  app: string;
  people: readonly Person[];
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
  const encoded = openEncodedRows({
    app: appOf(rows),
    people: rows.people,
    consents: new Map(rows.consent_decisions.map((row) => [consentKey(row), row])),
  });
  for (const table of rawTables) {
    encodeTable(encoded, table, rows);
  }
  return encoded;
}

/** A request that has no rows yet. */
export function openEncodedRows({
  app,
  people,
  consents,
}: Pick<EncodedRows, 'app' | 'people' | 'consents'>): EncodedRows {
  return {
    app,
    people,
    consents,
    tables: [],
    rows: 0,
    size: 0,
    days: new Set(),
    devices: new Map(),
    errorMarks: new Map(),
    touched: { touches: new Map(), vitals: [] },
  };
}

function appOf(rows: RowSet): string {
  for (const list of Object.values(rows) as ReadonlyArray<ReadonlyArray<{ app_id: string }>>) {
    if (list[0] !== undefined) {
      return list[0].app_id;
    }
  }
  return '';
}

/** One for all: a request is encoded in one go. */
const elements = new ElementWriter();

function encodeTable<T extends RawTable>(into: EncodedRows, table: T, all: Pick<RowSet, T>): void {
  const rows: readonly RowSet[T][number][] = all[table];
  const tableColumns: readonly Column<RowSet[T][number]>[] = columns[table];
  if (rows.length > 0) {
    addTable(into, table, encodeColumns(elements, tableColumns, rows), rows);
  }
}

/** Adds encoded rows of a table to a request, and notes what they say. */
export function addTable(into: EncodedRows, table: RawTable, encoded: EncodedColumns, rows: readonly NotedRow[]): void {
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
    const { org_id, app_id, fingerprint, device = null } = row;
    if (fingerprint !== undefined && Math.abs(row.timestamp) <= latestDate) {
      const start = row.timestamp - (row.timestamp % hour);
      into.errorMarks.set(`${app_id} ${start} ${fingerprint}`, { org_id, app_id, fingerprint, hour: start });
    }
    if (device !== null && device !== lastDevice) {
      into.devices.set(deviceKey(app_id, device.id), { org_id, app_id, device });
      lastDevice = device;
    }
  }
}
