import { percentileOf, type Calculation } from '../../../../src/contract/query/calculations';
import type { GroupParts, Part } from '../../../domain/alerting/preview/EvidenceHistory';
import type { PartsRow } from './partsStatement';

const bytesOfNumber = 8;
/** Bytes of a part before its values. */
const head = 28;

/** What `partsStatement` says of one group as parts of the history. */
export function partsOf(
  { count, parts: bytes }: Pick<PartsRow, 'count' | 'parts'>,
  calculation: Calculation
): Pick<GroupParts, 'pieces' | 'parts'> {
  const pieces: number[] = [];
  const parts: Part[] = [];
  const read = readerOf(calculation);
  for (let at = 0; parts.length < count;) {
    const values = bytes.readInt32BE(at + head - 4);
    pieces.push(bytes.readInt32BE(at));
    parts.push(read(bytes, at, values));
    at += head + values * bytesOfNumber;
  }
  return { pieces, parts };
}

type ReadPart = (bytes: Buffer, at: number, values: number) => Part;

function readerOf(calculation: Calculation): ReadPart {
  const rowsOf = (bytes: Buffer, at: number): number => bytes.readInt32BE(at + 4);
  const one = (bytes: Buffer, at: number): number => bytes.readDoubleBE(at + 8);
  const other = (bytes: Buffer, at: number): number => bytes.readDoubleBE(at + 16);
  if (percentileOf(calculation) !== undefined) {
    return (bytes, at, values) => ({
      rows: rowsOf(bytes, at),
      numbers: numbersOf(at + head, values, (place) => bytes.readDoubleBE(place)),
    });
  }
  switch (calculation) {
    case 'uniques_users':
    case 'uniques_sessions':
      // 53 of 64 bits: what a number holds.
      return (bytes, at, values) => ({
        rows: rowsOf(bytes, at),
        ids: numbersOf(
          at + head,
          values,
          (place) => (bytes.readUInt32BE(place) & 0x1f_ff_ff) * 2 ** 32 + bytes.readUInt32BE(place + 4)
        ),
      });
    case 'min':
      return (bytes, at) => ({ rows: rowsOf(bytes, at), min: unless(one(bytes, at), Infinity), max: -Infinity });
    case 'max':
      return (bytes, at) => ({ rows: rowsOf(bytes, at), min: Infinity, max: unless(one(bytes, at), -Infinity) });
    default:
      return (bytes, at) => ({
        rows: rowsOf(bytes, at),
        sum: unless(one(bytes, at), 0),
        of: unless(other(bytes, at), 0),
      });
  }
}

function unless(number: number, nothing: number): number {
  return Number.isNaN(number) ? nothing : number;
}

function numbersOf(from: number, count: number, read: (place: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    numbers[index] = read(from + index * bytesOfNumber);
  }
  return numbers;
}
