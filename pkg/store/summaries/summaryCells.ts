import { percentileOf } from '../../../src/contract/query/calculations';
import type { SummaryPlan } from './SummaryPlan';
import type { Cell, Cells } from '../../domain/query/QueryStore';
import { readSketch } from '../../domain/summaries/readSketch';
import { sketchQuantile } from '../../domain/summaries/sketchQuantile';
import type { Read } from '../query/readAs';
import { cellsStatement, type SummedRow } from './cellsStatement';
import type { PieceQuestion } from './pieceSource';

/**
 * The numbers of a plan from summaries and, where those are not up to date, from raw rows: the largest group first, its
 * buckets in order; at most `mostCells` and one more.
 */
export async function summaryCells(read: Read, question: PieceQuestion, mostCells: number): Promise<Cells> {
  const { plan } = question;
  const inBuckets = plan.bucketMs !== undefined;
  const statement = (part: Partial<PieceQuestion>, buckets: boolean) =>
    cellsStatement({ ...question, ...part }, buckets, mostCells + 1);
  const ask = async (part: Partial<PieceQuestion>, buckets: boolean): Promise<Cell[]> =>
    (await read<SummedRow>(statement(part, buckets))).map((row) => cellOf(row, plan));
  if (plan.groupBy.length === 0) {
    return { cells: await ask({}, inBuckets), groupCount: 1, source: 'summary' };
  }
  const groups = (await ask({}, false)).sort(byValue);
  const shown = groups.slice(0, plan.limit);
  if (!inBuckets || shown.length === 0) {
    return { cells: shown, groupCount: groups.length, source: 'summary' };
  }
  const places = new Map(shown.map((cell, place) => [JSON.stringify(cell.groups), place]));
  const placeOf = (cell: Cell): number => places.get(JSON.stringify(cell.groups)) ?? 0;
  const cells = await ask({ onlyGroups: shown.map((cell) => cell.groups) }, true);
  // Sorting keeps the order of the buckets.
  return { cells: cells.sort((a, b) => placeOf(a) - placeOf(b)), groupCount: groups.length, source: 'summary' };
}

function cellOf(row: SummedRow, { groupBy, calculation }: SummaryPlan): Cell {
  const part = percentileOf(calculation);
  return {
    groups: groupBy.map((_, index) => row[`g${index}`] ?? ''),
    bucket: row.bucket,
    value: part === undefined ? row.value : quantileOf(row, part),
    unit: row.unit,
    countedUsers: row.counted_users === true,
    countedVisitors: row.counted_visitors === true,
  };
}

function quantileOf({ sketch, negative_sketch, zeros, vmin, vmax }: SummedRow, part: number): number | null {
  return sketchQuantile(
    {
      positive: readSketch(sketch),
      negative: readSketch(negative_sketch),
      zeros: zeros ?? 0,
      min: vmin ?? -Infinity,
      max: vmax ?? Infinity,
    },
    part
  );
}

function byValue(one: Cell, other: Cell): number {
  if (one.value !== other.value) {
    return one.value === null ? 1 : other.value === null ? -1 : other.value - one.value;
  }
  const [a, b] = [JSON.stringify(one.groups), JSON.stringify(other.groups)];
  return a < b ? -1 : a > b ? 1 : 0;
}
