import { sql } from 'kysely';
import type { RowKind } from '../../../src/contract/query/kinds';
import { type Dimension, dimensionName } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';
import { columnText, deviceFields } from '../query/fieldExpression';

/** What one pass over the rows needs to make a summary of each of several dimensions. */
export interface DimensionColumns {
  /** `… as d0, … as d1`: the fields, over `t` and `d`. */
  select: Fragment;
  /** The grouping sets, each with `always` beside its fields. */
  sets(always: readonly Fragment[]): Fragment;
  /** Name and values of the set that a group belongs to. */
  name: Fragment;
  values: Fragment;
  /** What `then` makes of the set that a group belongs to. */
  ofSet(then: (dimension: Dimension) => Fragment): Fragment;
  /** The columns of a dimension's fields. */
  fields(dimension: Dimension): Fragment[];
  /** Whether one of the fields is the device's. */
  device: boolean;
}

/** A missing value is the empty text, as in queries. */
export function dimensionColumns(kind: RowKind, dimensions: readonly Dimension[]): DimensionColumns {
  const fields = [...new Set(dimensions.flat())];
  const column = (field: string): Fragment => sql.ref(`d${fields.indexOf(field)}`);
  // Bit by bit from the left: 1 where a field is not in the set.
  const mask = (dimension: Dimension): number =>
    fields.reduce((bits, field) => bits * 2 + (dimension.includes(field) ? 0 : 1), 0);
  const grouping = sql`grouping(${sql.join(fields.map(column))})`;
  const cases = (then: (dimension: Dimension) => Fragment): Fragment =>
    fields.length === 0
      ? then([])
      : sql`case ${grouping} ${sql.join(
          dimensions.map((dimension) => sql`when ${sql.lit(mask(dimension))} then ${then(dimension)}`),
          sql` `
        )} end`;
  return {
    select: sql.join(fields.map((field) => sql`coalesce(${columnText(field, kind)}, '') as ${column(field)}`)),
    sets: (always) =>
      sql.join(dimensions.map((dimension) => sql`(${sql.join([...always, ...dimension.map(column)])})`)),
    name: cases((dimension) => sql`${sql.lit(dimensionName(dimension))}`),
    values: cases((dimension) => sql`array[${sql.join(dimension.map(column))}]::text[]`),
    ofSet: cases,
    fields: (dimension) => dimension.map(column),
    device: fields.some((field) => deviceFields.includes(field)),
  };
}
