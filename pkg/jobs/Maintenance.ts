/** What the database needs to be done now and then. Each may run in several processes at once. `now`: epoch milliseconds. */
export interface Maintenance {
  /** Partitions for the days around now. Answers how many were made. */
  ensureDaysAhead(now: number): Promise<number>;
  /** Removes partitions older than anybody keeps them. Answers how many. */
  dropExpired(now: number): Promise<number>;
  /** Destroys the salts of days that ended long enough ago. Answers how many. */
  destroySalts(now: number): Promise<number>;
  /** Deletes the rows of deleted apps. Answers how many apps are gone for good. */
  finishDeletions(now: number): Promise<number>;
}
