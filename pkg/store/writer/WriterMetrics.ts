/** What the writer tells of itself; whoever makes metrics of it listens. */
export interface WriterMetrics {
  /** A transaction of so many rows was committed in so many seconds. */
  committed(rows: number, seconds: number): void;
  /** What waits now. */
  queued(requests: number, rows: number): void;
}

export const noWriterMetrics: WriterMetrics = { committed: () => undefined, queued: () => undefined };
