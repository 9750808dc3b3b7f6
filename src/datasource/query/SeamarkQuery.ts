import type { DataQuery } from '@grafana/schema';
import type { Query } from '../../contract/query/Query';

/** A query as dashboards keep it: the contract's query beside what Grafana adds to every query. */
export interface SeamarkQuery extends DataQuery, Omit<Query, 'refId'> {
  /** Counts of the last minute, every second over Grafana Live, instead of what is stored. Only `app` filters it. */
  live?: boolean;
}
