/** Groups of a time series at most: more lines than that no chart and no alert rule can use. */
export const mostSeries = 1000;

/** Rows of a table or a log, groups of a grouped table, and points of a series at most. */
export const mostRows = 100_000;

/** Groups a query returns unless it says otherwise. */
export const defaultLimit = 10;
