import type { DataQuery } from '@grafana/schema';
import type { BuiltQuery } from '../../components/queryBuilder/BuiltQuery';

/** A query as dashboards keep it: the contract's query beside what Grafana adds to every query. */
export interface SeamarkQuery extends DataQuery, BuiltQuery {}
