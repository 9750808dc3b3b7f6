import type { TimeRange } from '@grafana/data';
import type { DataKind } from '../../contract/query/kinds';
import type { Filter } from '../../contract/query/Query';
import type { SeamarkDatasource } from '../SeamarkDatasource';

/** What the inputs of an editor need to know to suggest something. */
export interface EditorContext {
  datasource: SeamarkDatasource;
  kind: DataKind;
  range?: TimeRange | undefined;
  filters?: Filter[] | undefined;
}
