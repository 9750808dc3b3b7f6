import type { DataQuery } from '@grafana/schema';
import type { Query } from '../../contract/query/Query';

/** A query as dashboards keep it: the contract's query beside what Grafana adds to every query. */
export interface SeamarkQuery extends DataQuery, Omit<Query, 'refId'> {
  /** Counts as they arrive, over Grafana Live, instead of what is stored. Only the `app` filter applies then. */
  live?: boolean;
}
