import type { Query } from '../../contract/query/Query';

/** A query as a builder holds it, in a panel of a dashboard or in a rule; half of it may still be missing. */
export interface BuiltQuery extends Omit<Query, 'refId'> {
  /** Counts of the last minute, every second over Grafana Live, instead of what is stored. Only `app` filters it. */
  live?: boolean;
}
