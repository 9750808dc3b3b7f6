import { rawTables, type RawTable, type RowSet } from '../../domain/ingest/rows';

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
  const pick = <T extends RawTable>(table: T): RowSet[T] => {
    const wanted = new Set(positions.filter((position) => position.table === table).map(({ index }) => index));
    return rows[table].filter((_row, index) => wanted.has(index)) as RowSet[T];
  };
  return {
    monitoring_metrics: pick('monitoring_metrics'),
    analytics_events: pick('analytics_events'),
    performance_data: pick('performance_data'),
    error_logs: pick('error_logs'),
    system_health: pick('system_health'),
    spans: pick('spans'),
    people: [],
  };
}
