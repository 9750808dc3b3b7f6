import type { Column } from './columns';
import type { ElementWriter } from './ElementWriter';

/** Rows as the elements of one array a column, one column behind the other. */
export interface EncodedColumns {
  rows: number;
  bytes: Uint8Array;
  /** Where each column ends in `bytes`. */
  ends: readonly number[];
}

export function encodeColumns<Row>(
  elements: ElementWriter,
  columns: readonly Column<Row>[],
  rows: readonly Row[]
): EncodedColumns {
  const ends = columns.map((column) => {
    encodeColumn(elements, column, rows);
    return elements.length;
  });
  return { rows: rows.length, bytes: elements.take(), ends };
}

/** Rows of one request share most values of most columns: an element is made anew only where the value differs. */
function encodeColumn<Row>(elements: ElementWriter, { type, read }: Column<Row>, rows: readonly Row[]): void {
  let last: unknown;
  let start = -1;
  let end = -1;
  for (const row of rows) {
    const value = read(row);
    if (start !== -1 && value === last) {
      elements.repeat(start, end);
    } else {
      start = elements.length;
      elements.write(type, value);
      end = elements.length;
      last = value;
    }
  }
}
