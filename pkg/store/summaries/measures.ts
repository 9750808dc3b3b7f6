import { sql } from 'kysely';
import type { RowKind } from '../../../src/contract/query/kinds';
import { gamma, highestBin, lowestBin } from '../../domain/summaries/sketchBins';
import type { Fragment } from '../query/compileStatement';
import { ratingOfStatus } from '../query/ratingOf';
import { summaryTables } from './SummaryTable';

/** A column of a summary: how it is made of rows, and how several become one. */
export interface Measure {
  name: string;
  /** Over raw rows `r` with `v`, `unit`, `rating`, `positive` and `negative`. */
  ofRows: Fragment;
  /** Of one such row, as if it were all there is. */
  ofRow: Fragment;
  /** Over summaries `s`. */
  ofSummaries: Fragment;
}

const summed = (name: string, ofRows: Fragment, ofRow: Fragment): Measure => ({
  name,
  ofRows,
  ofRow,
  ofSummaries: sql`sum(${sql.ref(`s.${name}`)})::bigint`,
});

const count: Measure = summed('n', sql`count(*)`, sql`1`);

const isRated = (name: string): Fragment => sql`r.rating = ${sql.lit(name)}`;
const rating = (name: string): Measure =>
  summed(name, sql`count(*) filter (where ${isRated(name)})`, sql`coalesce(${isRated(name)}, false)::int`);
const ratings: readonly Measure[] = [
  summed('rated', sql`count(r.rating)`, sql`(r.rating is not null)::int`),
  rating('good'),
  rating('needs_improvement'),
  rating('poor'),
];

const added = (name: string, ofRow: Fragment): Measure => ({
  name,
  ofRows: sql`sum(${ofRow})`,
  ofRow,
  ofSummaries: sql`sum(${sql.ref(`s.${name}`)})`,
});
const least = (name: string, ofRow: Fragment): Measure => ({
  name,
  ofRows: sql`min(${ofRow})`,
  ofRow,
  ofSummaries: sql`min(${sql.ref(`s.${name}`)})`,
});
const most = (name: string, ofRow: Fragment): Measure => ({
  name,
  ofRows: sql`max(${ofRow})`,
  ofRow,
  ofSummaries: sql`max(${sql.ref(`s.${name}`)})`,
});
const numbers: readonly Measure[] = [
  // Sums of numeric do not depend on the order of the rows, those of floats do.
  added('total', sql`r.v::numeric`),
  least('vmin', sql`r.v`),
  most('vmax', sql`r.v`),
  summed('zeros', sql`count(*) filter (where r.v = 0)`, sql`(r.v = 0)::int`),
  added('sketch', sql`r.positive`),
  added('negative_sketch', sql`r.negative`),
  least('unit_min', sql`r.unit`),
  most('unit_max', sql`r.unit`),
];

/** The measures of a kind's summary, the number of rows first. */
export function measuresOf(kind: RowKind): readonly Measure[] {
  const { value, hasRatings, hasMeasures } = summaryTables[kind];
  return [count, ...(hasRatings ? ratings : []), ...(value !== undefined || hasMeasures ? numbers : [])];
}

/** What can be asked of a kind's summary: of health also shares by status, which it is kept apart by. */
export function askedOf(kind: RowKind): readonly Measure[] {
  return kind === 'health' ? [...measuresOf(kind), ...ratings] : measuresOf(kind);
}

/** A measure in a summary `s`. */
export function measureIn(kind: RowKind, name: string): Fragment {
  if (kind !== 'health' || !ratings.some((each) => each.name === name)) {
    return sql.ref(`s.${name}`);
  }
  const [status] = Object.entries(ratingOfStatus).find(([, rated]) => rated === name) ?? [];
  return status === undefined ? sql`s.n` : sql`(case when s.status = ${sql.lit(status)} then s.n else 0 end)`;
}

/**
 * One value as a sketch of its own: 10^(12 · bin), so that sums count by bin. Null where the value is not positive.
 * Calculated here only: two machines' logarithms may differ in the last digit, and a value must always fall into one bin.
 */
export function sketchOf(value: Fragment): Fragment {
  const bin = sql`least(greatest(ceil(ln(${value}) / ${sql.lit(Math.log(gamma))}::float8), ${sql.lit(lowestBin)}), ${sql.lit(highestBin)})`;
  return sql`case when ${value} > 0 then ('1e' || 12 * ${bin}::int)::numeric end`;
}
