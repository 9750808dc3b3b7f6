import { emptyRowSet, rawTables, type RawTable, type RowSet } from '../../domain/ingest/rows';

/** Where a row stands in the request it came with. */
export interface RowPosition {
  table: RawTable;
  index: number;
}

/** All rows of a request, table by table. People are not among them: they are kept apart. */
export function rowPositions(rows: RowSet): RowPosition[] {
  return rawTables.flatMap((table) => rows[table].map((_row, index) => ({ table, index })));
}

/** A request of only these rows. */
export function pickRows(rows: RowSet, positions: readonly RowPosition[]): RowSet {
  const picked = emptyRowSet();
  const pick = <T extends RawTable>(table: T): void => {
    const wanted = new Set(positions.filter((position) => position.table === table).map(({ index }) => index));
    picked[table] = rows[table].filter((_row, index) => wanted.has(index)) as RowSet[T];
  };
  rawTables.forEach(pick);
  return picked;
}
