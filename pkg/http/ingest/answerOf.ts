import type { Batch, Rejection } from '../../domain/ingest/Batch';

const mostListed = 1000;

/** What a client is told about its items. */
export interface IngestAnswer {
  accepted: number;
  /** At most 1,000; `index` counts within `kind`. */
  rejected: readonly Rejection[];
  dropped: Readonly<Record<string, number>>;
}

/** The answer to a request whose rows were stored. */
export function answerOf(batch: Batch): IngestAnswer {
  return { accepted: batch.acceptedCount, rejected: batch.rejected.slice(0, mostListed), dropped: batch.dropped };
}
