import type { TimeRange } from '@grafana/data';
import type { DataKind } from '../../contract/query/kinds';
import type { Filter } from '../../contract/query/Query';
import type { FieldSource } from './FieldSource';

/** What the inputs of an editor need to know to suggest something. */
export interface EditorContext {
  source: FieldSource;
  kind: DataKind;
  range?: TimeRange | undefined;
  filters?: Filter[] | undefined;
}
