import type { RawTable } from '../../domain/ingest/rows';
import { columns } from './columns';
import type { EncodedColumns } from './encodeColumns';
import { addTable, deviceKey, openEncodedRows, type EncodedRows, type NotedRow } from './encodeRows';

/** Where a row stands in the request it came with. */
export interface RowPosition {
  table: RawTable;
  index: number;
}

const lengthBytes = 4;
const numberBytes = 8;

/** All rows of a request, table by table. People are not among them: they are kept apart. */
export function rowPositions({ tables }: EncodedRows): RowPosition[] {
  return tables.flatMap(({ table, encoded }) => Array.from({ length: encoded.rows }, (_, index) => ({ table, index })));
}

/** A request of only these rows, and of what they say. */
export function pickRows(request: EncodedRows, positions: readonly RowPosition[]): EncodedRows {
  const picked = openEncodedRows(request);
  for (const { table, encoded } of request.tables) {
    const wanted = new Set(positions.filter((position) => position.table === table).map(({ index }) => index));
    if (wanted.size > 0) {
      const part = pickColumns(encoded, wanted);
      addTable(picked, table, part, notedRows(request, table, part));
    }
  }
  return picked;
}

function pickColumns(encoded: EncodedColumns, wanted: ReadonlySet<number>): EncodedColumns {
  const picked: Buffer[] = [];
  let length = 0;
  const ends = encoded.ends.map((_, column) => {
    for (const [row, element] of elementsOf(encoded, column).entries()) {
      if (wanted.has(row)) {
        picked.push(element);
        length += element.length;
      }
    }
    return length;
  });
  return { rows: wanted.size, bytes: Buffer.concat(picked), ends };
}

/** Reads back from encoded rows what is noted of them. */
function notedRows(request: EncodedRows, table: RawTable, encoded: EncodedColumns): NotedRow[] {
  const named = (name: string): Buffer[] => {
    const column = columns[table].findIndex((each) => each.name === name);
    return column === -1 ? [] : elementsOf(encoded, column);
  };
  const times = named(table === 'system_health' ? 'checked_at' : 'timestamp');
  const [organisations, devices, ids, types, fingerprints] = [
    'org_id',
    'device_id',
    'metric_id',
    'metric_type',
    'fingerprint',
  ].map(named);
  return times.map((time, row): NotedRow => {
    const fingerprint = textOf(fingerprints?.[row]);
    return {
      org_id: Number(integerOf(organisations?.[row])),
      app_id: request.app,
      timestamp: time.length === lengthBytes + numberBytes ? time.readDoubleBE(lengthBytes) : NaN,
      device: request.devices.get(deviceKey(request.app, integerOf(devices?.[row])))?.device ?? null,
      metric_id: textOf(ids?.[row]),
      ...(types?.length ? { metric_type: textOf(types[row]) ?? '' } : {}),
      ...(fingerprint === null ? {} : { fingerprint }),
    };
  });
}

/** The elements of a column, each with its length before it. */
function elementsOf({ bytes, ends }: EncodedColumns, column: number): Buffer[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = ends[column] ?? 0;
  const elements: Buffer[] = [];
  for (let at = ends[column - 1] ?? 0; at < end; at += elements.at(-1)?.length ?? end) {
    elements.push(all.subarray(at, at + lengthBytes + Math.max(0, all.readInt32BE(at))));
  }
  return elements;
}

function textOf(element: Buffer | undefined): string | null {
  return element === undefined || element.readInt32BE(0) < 0 ? null : element.toString('utf8', lengthBytes);
}

function integerOf(element: Buffer | undefined): string {
  return element?.length === lengthBytes + numberBytes ? element.readBigInt64BE(lengthBytes).toString() : '';
}
