import type { FieldValue } from '../../../src/contract/resources/fieldList';
import type { Asker, TimeRange } from './QueryRunner';

export interface FieldValuesRequest {
  /** A named field, `column.key` for an attribute, or a bare attribute column for the attributes' names. */
  field: string;
  /** Which rows to look at; undefined: the first kind that has the field. */
  kind: string | undefined;
  /** Name of the one app to look at. */
  app: string | undefined;
  /** Only values that contain this text, in any case. */
  search: string | undefined;
  limit: number;
}

/** Answers which values a field had, most frequent first. Throws QueryError. */
export interface FieldReader {
  values(request: FieldValuesRequest, who: Asker, range: TimeRange, signal?: AbortSignal): Promise<FieldValue[]>;
}
