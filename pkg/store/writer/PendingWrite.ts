import type { RefusedRow } from '../../domain/ingest/RowWriter';
import type { RowSet } from '../../domain/ingest/rows';
import type { EncodedRows } from './encodeRows';

/** A request that waits for its COMMIT. */
export interface PendingWrite {
  rows: RowSet;
  encoded: EncodedRows;
  resolve: (refused: RefusedRow[]) => void;
  reject: (error: unknown) => void;
  /** Since when it waits, epoch milliseconds. */
  since?: number;
}
