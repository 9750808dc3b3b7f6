import type { Calculation } from '../../../src/contract/query/calculations';
import type { RowKind } from '../../../src/contract/query/kinds';
import { leavesBotsOut } from '../../../src/contract/query/leavesBotsOut';
import { hour, minute } from '../../lib/duration';
import { type Counted, type Dimension, summaryKinds } from './summaryKinds';

/** The parts of a planned query that decide whether a summary can answer it. */
export interface SummaryQuestion {
  kind: RowKind;
  calculation: Calculation;
  range: { from: number; to: number };
  /** Width of a time bucket in milliseconds; undefined: the whole range is one. */
  bucketMs: number | undefined;
  includeBots: boolean;
  groupBy: readonly QuestionField[];
  filters: ReadonlyArray<{ field: QuestionField }>;
}

interface QuestionField {
  source: 'named' | 'attribute';
  name: string;
}

/** The rows of a summary that answer a question. */
export interface SummaryChoice {
  dimension: Dimension;
  /** Whose number is asked for; undefined: numbers of rows. */
  counted: Counted | undefined;
  /** Ratings are columns of a summary, not rows. */
  byRating: boolean;
}

/** Below this, raw rows are few and percentiles of them exact. */
const shortestRange = 6 * hour;

/** Which summary answers a question exactly, but for the error of its sketches; undefined: only raw rows do. */
export function chooseSummary(question: SummaryQuestion): SummaryChoice | undefined {
  const { kind, calculation, range, bucketMs, includeBots, groupBy, filters } = question;
  const fits = bucketMs === undefined || bucketMs % minute === 0;
  // How long a status lasted depends on what came before and after it, which no count of results tells.
  if (
    !fits ||
    range.to - range.from < shortestRange ||
    calculation === 'uptime' ||
    includeBots === leavesBotsOut(kind)
  ) {
    return undefined;
  }
  const { type, dimensions, uniques } = summaryKinds[kind];
  const fields = [...groupBy, ...filters.map(({ field }) => field)];
  const counted = countedBy(calculation);
  const byRating = kind === 'performance' && fields.some(({ name }) => name === 'rating');
  if (fields.some(({ source }) => source === 'attribute') || (byRating && !['count', 'rate'].includes(calculation))) {
    return undefined;
  }
  const apart = ['app', type, ...(byRating ? ['rating'] : [])];
  const needed = fields.map(({ name }) => name).filter((name) => !apart.includes(name));
  const dimension = smallestWith(counted === undefined ? dimensions : uniques[counted], needed);
  return dimension && { dimension, counted, byRating };
}

function countedBy(calculation: Calculation): Counted | undefined {
  switch (calculation) {
    case 'uniques_users':
      return 'users';
    case 'uniques_sessions':
      return 'sessions';
    default:
      return undefined;
  }
}

function smallestWith(dimensions: readonly Dimension[], needed: readonly string[]): Dimension | undefined {
  return [...dimensions]
    .sort((one, other) => one.length - other.length)
    .find((dimension) => needed.every((name) => dimension.includes(name)));
}
