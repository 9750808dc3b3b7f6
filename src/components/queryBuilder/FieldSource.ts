import type { TimeRange } from '@grafana/data';
import type { FieldItem, FieldValue } from '../../contract/resources/fieldList';

/** Which values of a field are wanted; without a range those of the last day. */
export interface FieldValuesOptions {
  kind?: string | undefined;
  app?: string | undefined;
  search?: string | undefined;
  range?: TimeRange | undefined;
}

/** Who knows what there is to choose from: the datasource in a dashboard, the server's routes on a page. */
export interface FieldSource {
  listFields(kind?: string): Promise<FieldItem[]>;
  /** Most frequent first. */
  listFieldValues(field: string, options?: FieldValuesOptions): Promise<FieldValue[]>;
  /** Names of variables that may stand for a value; none where there are no variables. */
  listVariables(): string[];
}
