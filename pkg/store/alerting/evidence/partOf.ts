import { percentileOf, type Calculation } from '../../../../src/contract/query/calculations';
import type { Part } from '../../../domain/alerting/preview/EvidenceHistory';
import type { PartRow } from './partsStatement';

const bytesOfNumber = 8;

/** A row of `partsStatement` as a part of the history. */
export function partOf({ rows, one, other, many }: PartRow, calculation: Calculation): Part {
  if (percentileOf(calculation) !== undefined) {
    return { rows, numbers: numbersIn(many, (bytes, offset) => bytes.readDoubleBE(offset)) };
  }
  switch (calculation) {
    case 'uniques_users':
    case 'uniques_sessions':
      // 53 of 64 bits: what a number holds.
      return {
        rows,
        ids: numbersIn(
          many,
          (bytes, at) => (bytes.readUInt32BE(at) & 0x1f_ff_ff) * 2 ** 32 + bytes.readUInt32BE(at + 4)
        ),
      };
    case 'min':
      return { rows, min: one ?? Infinity, max: -Infinity };
    case 'max':
      return { rows, min: Infinity, max: one ?? -Infinity };
    default:
      return { rows, sum: one ?? 0, of: other ?? 0 };
  }
}

function numbersIn(bytes: Buffer | null, read: (bytes: Buffer, offset: number) => number): Float64Array {
  return bytes === null
    ? new Float64Array()
    : Float64Array.from({ length: bytes.length / bytesOfNumber }, (_, index) => read(bytes, index * bytesOfNumber));
}
