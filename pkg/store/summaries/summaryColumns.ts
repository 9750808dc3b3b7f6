import { type Calculation, percentileOf } from '../../../src/contract/query/calculations';
import { sql } from 'kysely';
import type { Fragment } from '../query/compileStatement';

/** What a calculation reads of a summary and how its value is made of the sums. */
export interface CalculationColumns {
  /** Names of measures. */
  needed: readonly string[];
  /** Over sums `s`; null for percentiles, which are read out of the sketches. */
  value: Fragment;
}

const arithmetic: Partial<Record<Calculation, CalculationColumns>> = {
  count: { needed: ['n'], value: sql`coalesce(sum(s.n), 0)` },
  rate: { needed: ['n'], value: sql`coalesce(sum(s.n), 0)` },
  sum: { needed: ['total'], value: sql`sum(s.total)` },
  avg: { needed: ['total', 'n'], value: sql`sum(s.total) / nullif(sum(s.n), 0)` },
  min: { needed: ['vmin'], value: sql`min(s.vmin)` },
  max: { needed: ['vmax'], value: sql`max(s.vmax)` },
  share_good: share('good'),
  share_needs_improvement: share('needs_improvement'),
  share_poor: share('poor'),
};

/** The columns of one calculation over numbers of rows. */
export function columnsOf(calculation: Calculation): CalculationColumns {
  if (percentileOf(calculation) !== undefined) {
    return { needed: ['sketch', 'negative_sketch', 'zeros', 'vmin', 'vmax'], value: sql`null` };
  }
  const columns = arithmetic[calculation];
  if (columns === undefined) {
    throw new Error(`no summary answers ${calculation}`);
  }
  return columns;
}

function share(rating: string): CalculationColumns {
  return {
    needed: ['rated', rating],
    value: sql`100.0 * sum(${sql.ref(`s.${rating}`)}) / nullif(sum(s.rated), 0)`,
  };
}
