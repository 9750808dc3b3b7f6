import type { Calculation } from '../../../src/contract/query/calculations';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { TimeRange } from './QueryRunner';

/** A field of a query after it was found to exist for the kind and to be allowed for the asker. */
export type PlannedField =
  | { source: 'named'; name: string; type: 'string' | 'number' }
  /** A key of the kind's attribute column. `name` is how the query wrote it: `column.key`. */
  | { source: 'attribute'; name: string; key: string };

/** What a row's value must be. A value that is missing counts as the empty text. */
export type FilterTest =
  | { is: 'anyOf' | 'noneOf'; values: readonly string[] }
  | { is: 'anyNumber' | 'noNumber'; values: readonly number[] }
  /** `pattern` is a regular expression in PostgreSQL's own syntax, made from RE2's. */
  | { is: 'matching' | 'notMatching'; pattern: string }
  | { is: '>' | '>=' | '<' | '<='; value: number };

export interface PlannedFilter {
  field: PlannedField;
  test: FilterTest;
}

/** Which rows a query is about. */
export interface Selection {
  kind: DataKind;
  range: TimeRange;
  /** `performance`: the `metric_type`; `metrics`: the `name`; others: undefined. */
  metric: string | undefined;
  filters: readonly PlannedFilter[];
  includeBots: boolean;
  /** Errors: also those that are kept in the archive only. */
  archived?: boolean;
  /** Alerts: those that were open at some time of the range, instead of those that opened in it. */
  openWithin?: boolean;
}

/** The number of a row that sums, averages and percentiles are made of. */
export type Measure = 'value' | 'response_time_ms' | 'error_rate';

/** Rows into numbers: one a group, and one a bucket of time where `bucketMs` is given. */
export interface AggregatePlan extends Selection {
  calculation: Calculation;
  measure: Measure | undefined;
  groupBy: readonly PlannedField[];
  /** Width of a time bucket; undefined: the whole range is one. */
  bucketMs: number | undefined;
  /** Where one bucket begins, epoch milliseconds; unless given, at the epoch. Summaries know no other. */
  bucketFrom?: number;
  /** Groups at most, those with the largest value over the range first. */
  limit: number;
  /** Instant up to which anything can have been observed, epoch milliseconds. */
  now: number;
}

/** Single rows, newest first. */
export interface RowsPlan extends Selection {
  /** Columns asked for, as `ColumnName`s of the kind. */
  columns: readonly string[];
  limit: number;
}

/** Values of one field, most frequent first. */
export interface ValuesPlan extends Selection {
  /** `names`: the names of the attributes instead of values. */
  field: PlannedField | 'names';
  /** Only values that contain this text, in any case. */
  search: string | undefined;
  limit: number;
}
