import type { ColumnType } from './ElementWriter';
import type { EncodedColumns } from './encodeColumns';

/** Numbers of the element types in the server's catalogue (pg_type.dat), which never change. */
const oids: Readonly<Record<ColumnType, number>> = {
  uuid: 2950,
  text: 25,
  bigint: 20,
  float8: 701,
  boolean: 16,
  date: 1082,
  jsonb: 3802,
  epoch: 701,
};

const headerSize = 20;
const dimensions = 1;
const mayHoldNulls = 1;
const firstIndex = 1;
const shortPiece = 64;

/** One column of any number of encoded rows as a binary parameter: a header, then all their elements. */
export function arrayParameter(type: ColumnType, parts: readonly EncodedColumns[], column: number): Buffer {
  let count = 0;
  let size = headerSize;
  for (const { rows, ends } of parts) {
    count += rows;
    size += (ends[column] ?? 0) - (ends[column - 1] ?? 0);
  }
  const array = Buffer.allocUnsafe(size);
  array.writeInt32BE(dimensions, 0);
  array.writeInt32BE(mayHoldNulls, 4);
  array.writeInt32BE(oids[type], 8);
  array.writeInt32BE(count, 12);
  array.writeInt32BE(firstIndex, 16);
  let at = headerSize;
  for (const { bytes, ends } of parts) {
    at = copy(array, at, bytes, ends[column - 1] ?? 0, ends[column] ?? 0);
  }
  return array;
}

/** Answers where the copy ends. Most pieces are so short that asking the engine would cost more than copying. */
function copy(target: Uint8Array, at: number, source: Uint8Array, start: number, end: number): number {
  if (end - start > shortPiece) {
    target.set(source.subarray(start, end), at);
  } else {
    for (let index = start; index < end; index += 1) {
      target[at + index - start] = source[index] ?? 0;
    }
  }
  return at + end - start;
}
