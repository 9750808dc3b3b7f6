/** What the database needs to be done now and then. Each may run in several processes at once. `now`: epoch milliseconds. */
export interface Maintenance {
  /** Partitions for the days around now. Answers how many were made. */
  ensureDaysAhead(now: number): Promise<number>;
  /** Removes partitions older than anybody keeps them, once their critical errors are archived. Answers how many. */
  dropExpired(now: number): Promise<number>;
  /** Deletes rows that their own organisation keeps for less long. Answers how many. */
  trimExpired(now: number): Promise<number>;
  /** Calculates what sessions did on days that are over. Answers how many days. */
  refreshBehaviour(now: number): Promise<number>;
  /** Destroys the salts of days that ended long enough ago. Answers how many. */
  destroySalts(now: number): Promise<number>;
  /** Deletes the rows of deleted apps. Answers how many apps are gone for good. */
  finishDeletions(now: number): Promise<number>;
  /** Counts errors into their groups where some came. Answers how many groups were counted. */
  refreshErrorGroups(): Promise<number>;
  /** Takes error groups up again that were ignored until an instant that has come. Answers how many. */
  endIgnoring(now: number): Promise<number>;
  /** Deletes counts of error groups older than they are kept. Answers how many rows. */
  trimErrorGroups(now: number): Promise<number>;
  /** Brings summaries up to date. Answers how many were. */
  refreshSummaries(now: number): Promise<number>;
  /** Deletes summaries older than they are kept. Answers how many rows. */
  expireSummaries(now: number): Promise<number>;
}
