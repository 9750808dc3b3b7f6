import type { RefusedRow } from '../../domain/ingest/RowWriter';
import type { EncodedRows } from './encodeRows';

/** A request that waits for its COMMIT. */
export interface PendingWrite {
  encoded: EncodedRows;
  resolve: (refused: RefusedRow[]) => void;
  reject: (error: unknown) => void;
  /** Since when it waits, epoch milliseconds. */
  since?: number;
}
