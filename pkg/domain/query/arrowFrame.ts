import {
  Bool,
  type DataType,
  Field,
  Float64,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  TimestampNanosecond,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import type { FieldType, Frame, FrameField } from '../../../src/contract/query/Frame';
import { isNullable } from './isNullable';

/** Grafana takes times as nanoseconds since the epoch and numbers as doubles. */
const arrowTypes: Record<FieldType, () => DataType> = {
  time: () => new TimestampNanosecond(),
  number: () => new Float64(),
  string: () => new Utf8(),
  boolean: () => new Bool(),
};

/**
 * A frame as an Arrow IPC *file*, with the metadata keys of Grafana's plugin SDK: `name`, `refId` and `meta` on the
 * schema; `name`, `labels` and `config` on each field.
 */
export function arrowFrame(frame: Frame): Uint8Array {
  const fields = frame.fields.map(arrowField);
  const schema = new Schema(fields, schemaMetadata(frame));
  const rows = Math.max(0, ...frame.fields.map((field) => field.values.length));
  const children = frame.fields.map((field) => column(field).data[0]).filter((data) => data !== undefined);
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length: rows, nullCount: 0, children }));
  return tableToIPC(new Table(schema, batch), 'file');
}

function schemaMetadata(frame: Frame): Map<string, string> {
  const metadata = new Map([
    ['name', frame.name ?? ''],
    ['refId', frame.refId],
  ]);
  if (frame.meta !== undefined) {
    metadata.set('meta', JSON.stringify(frame.meta));
  }
  return metadata;
}

function arrowField(field: FrameField): Field {
  const metadata = new Map([['name', field.name]]);
  if (field.labels !== undefined) {
    metadata.set('labels', JSON.stringify(field.labels));
  }
  if (field.config !== undefined) {
    metadata.set('config', JSON.stringify(field.config));
  }
  return new Field(field.name, arrowTypes[field.type](), isNullable(field), metadata);
}

function column(field: FrameField): Vector {
  switch (field.type) {
    case 'time':
      return makeVector(makeData({ type: new TimestampNanosecond(), ...nanoseconds(field.values) }));
    case 'number':
      return makeVector(makeData({ type: new Float64(), ...doubles(field.values) }));
    case 'string':
      return fromBuilder(field.values, new Utf8());
    case 'boolean':
      return fromBuilder(field.values, new Bool());
  }
}

/** The library builds no column out of nothing, so an empty one is made by hand. */
function fromBuilder(values: FrameField['values'], type: Utf8 | Bool): Vector {
  if (values.length > 0) {
    return vectorFromArray(values, type);
  }
  const none = { length: 0, nullCount: 0, data: new Uint8Array(0) };
  return type instanceof Utf8
    ? makeVector(makeData({ type, ...none, valueOffsets: new Int32Array(1) }))
    : makeVector(makeData({ type, ...none }));
}

interface Packed<T> {
  length: number;
  nullCount: number;
  nullBitmap: Uint8Array;
  data: T;
}

function nanoseconds(values: FrameField['values']): Packed<BigInt64Array> {
  const data = new BigInt64Array(values.length);
  const nulls = nullBitmap(values, (value, row) => {
    // Microseconds are kept where a caller gives fractions of milliseconds; a double holds no more at today's epoch.
    data[row] = BigInt(Math.round(value * 1000)) * 1000n;
  });
  return { ...nulls, length: values.length, data };
}

function doubles(values: FrameField['values']): Packed<Float64Array> {
  const data = new Float64Array(values.length);
  const nulls = nullBitmap(values, (value, row) => {
    data[row] = value;
  });
  return { ...nulls, length: values.length, data };
}

function nullBitmap(values: FrameField['values'], keep: (value: number, row: number) => void) {
  const bits = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let nullCount = 0;
  values.forEach((value, row) => {
    if (typeof value !== 'number') {
      nullCount++;
      return;
    }
    bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    keep(value, row);
  });
  return { nullCount, nullBitmap: bits };
}
