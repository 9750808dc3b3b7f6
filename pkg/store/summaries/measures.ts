import { sql } from 'kysely';
import type { RowKind } from '../../../src/contract/query/kinds';
import { gamma, highestBin, lowestBin } from '../../domain/summaries/sketchBins';
import type { Fragment } from '../query/compileStatement';
import { summaryTables } from './SummaryTable';

/** A column of a summary: how it is made of rows, and how several become one. */
export interface Measure {
  name: string;
  /** Over raw rows `r` with `v`, `unit`, `rating`, `positive` and `negative`. */
  ofRows: Fragment;
  /** Over summaries `s`. */
  ofSummaries: Fragment;
}

const summed = (name: string, ofRows: Fragment): Measure => ({
  name,
  ofRows,
  ofSummaries: sql`sum(${sql.ref(`s.${name}`)})::bigint`,
});

const count: Measure = summed('n', sql`count(*)`);

const rating = (name: string): Measure => summed(name, sql`count(*) filter (where r.rating = ${sql.lit(name)})`);
const ratings: readonly Measure[] = [
  summed('rated', sql`count(r.rating)`),
  rating('good'),
  rating('needs_improvement'),
  rating('poor'),
];

const added = (name: string, ofRows: Fragment): Measure => ({
  name,
  ofRows,
  ofSummaries: sql`sum(${sql.ref(`s.${name}`)})`,
});
const least = (name: string, ofRows: Fragment): Measure => ({
  name,
  ofRows,
  ofSummaries: sql`min(${sql.ref(`s.${name}`)})`,
});
const most = (name: string, ofRows: Fragment): Measure => ({
  name,
  ofRows,
  ofSummaries: sql`max(${sql.ref(`s.${name}`)})`,
});
const numbers: readonly Measure[] = [
  // Sums of numeric do not depend on the order of the rows, those of floats do.
  added('total', sql`sum(r.v::numeric)`),
  least('vmin', sql`min(r.v)`),
  most('vmax', sql`max(r.v)`),
  summed('zeros', sql`count(*) filter (where r.v = 0)`),
  added('sketch', sql`sum(r.positive)`),
  added('negative_sketch', sql`sum(r.negative)`),
  least('unit_min', sql`min(r.unit)`),
  most('unit_max', sql`max(r.unit)`),
];

/** The measures of a kind's summary, the number of rows first. */
export function measuresOf(kind: RowKind): readonly Measure[] {
  const { value, hasRatings, hasMeasures } = summaryTables[kind];
  return [count, ...(hasRatings ? ratings : []), ...(value !== undefined || hasMeasures ? numbers : [])];
}

/**
 * One value as a sketch of its own: 10^(12 · bin), so that sums count by bin. Null where the value is not positive.
 * Calculated here only: two machines' logarithms may differ in the last digit, and a value must always fall into one bin.
 */
export function sketchOf(value: Fragment): Fragment {
  const bin = sql`least(greatest(ceil(ln(${value}) / ${sql.lit(Math.log(gamma))}::float8), ${sql.lit(lowestBin)}), ${sql.lit(highestBin)})`;
  return sql`case when ${value} > 0 then ('1e' || 12 * ${bin}::int)::numeric end`;
}
