import { sql } from 'kysely';
import type { AggregatePlan } from '../../domain/query/QueryPlan';
import type { Cells } from '../../domain/query/QueryStore';
import { chooseSummary } from '../../domain/summaries/chooseSummary';
import { isWorthwhile } from '../../domain/summaries/isWorthwhile';
import { longestPageView } from '../../domain/summaries/longestPageView';
import type { Read } from '../query/readAs';
import { findPieces } from './findPieces';
import { summaryCells } from './summaryCells';
import type { SummaryPlan } from './SummaryPlan';

/**
 * The planner expects few groups of few rows, and would sort ten megabytes of sketches on disk to bring each group's
 * together: adding them up in a hash table takes two thirds of the time. Held until the transaction ends. Where a sort
 * cannot be avoided, PostgreSQL before 18 takes it for so dear that it would compile the whole statement first.
 */
const withoutSorting = sql`select set_config('enable_sort', 'off', true), set_config('jit', 'off', true)`;

/** The numbers of a plan from summaries; undefined where none fits, or too few are up to date to be of use. */
export async function readSummaries(read: Read, asked: AggregatePlan, mostCells: number): Promise<Cells | undefined> {
  const { kind } = asked;
  // Alerts are few, and change after they were stored.
  if (kind === 'alerts') {
    return undefined;
  }
  const plan: SummaryPlan = { ...asked, kind };
  const choice = chooseSummary(plan);
  if (choice === undefined) {
    return undefined;
  }
  const pieces = await findPieces(read, plan);
  if (pieces === undefined || !isWorthwhile(pieces, plan.kind === 'performance' ? longestPageView : 0)) {
    return undefined;
  }
  await read(withoutSorting);
  return summaryCells(read, { plan, choice, pieces }, mostCells);
}
