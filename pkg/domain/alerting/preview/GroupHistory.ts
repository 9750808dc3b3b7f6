import { percentileOf, type Calculation } from '../../../../src/contract/query/calculations';
import type { GroupRows } from './EvidenceHistory';
import { SlidingDistinct } from './SlidingDistinct';
import { SlidingLeast } from './SlidingLeast';
import { SlidingRanks } from './SlidingRanks';

/** The ends of windows that are asked for: every `stride` pieces from `phase` on, up to `pieces`. */
export interface Grid {
  pieces: number;
  stride: number;
  phase: number;
}

/** The value of a calculation over the rows from index `from` on, below `to`, of one group. */
type Valuer = (from: number, to: number) => number | null;

/** What all windows of one length come to, by the place of their end on the grid. */
interface Table {
  rows: Float64Array;
  /** NaN for null. */
  values: Float64Array;
}

/** The values of one group over any windows that end on a grid of pieces. */
export class GroupHistory {
  private readonly pieces: Float64Array;
  private readonly calculation: Calculation;
  private readonly grid: Grid;
  private readonly valuer: Valuer;
  /** By the length of windows: calculated in their order, each takes what enters and leaves, and no more. */
  private readonly tables = new Map<number, Table>();

  constructor(group: Omit<GroupRows, 'labels'>, calculation: Calculation, grid: Grid) {
    this.pieces = group.pieces;
    this.calculation = calculation;
    this.grid = grid;
    this.valuer = valuerOf(group, calculation);
  }

  /** How many rows the pieces numbered from `from` on, below `to`, hold. */
  rowsIn(from: number, to: number): number {
    return this.tableOf(to - from).rows[this.placeOf(to)] ?? 0;
  }

  /**
   * The value of these pieces.
   * @param lengthMs of the window, for rates
   */
  valueOf(from: number, to: number, lengthMs: number): number | null {
    switch (this.calculation) {
      case 'count':
        return this.rowsIn(from, to);
      case 'rate':
        return this.rowsIn(from, to) / (lengthMs / 1000);
      default: {
        const value = this.tableOf(to - from).values[this.placeOf(to)] ?? NaN;
        return Number.isNaN(value) ? null : value;
      }
    }
  }

  private placeOf(end: number): number {
    return (end - this.grid.phase) / this.grid.stride;
  }

  private tableOf(length: number): Table {
    let table = this.tables.get(length);
    if (table === undefined) {
      table = this.slide(length);
      this.tables.set(length, table);
    }
    return table;
  }

  private slide(length: number): Table {
    const { pieces, stride, phase } = this.grid;
    const places = Math.floor((pieces - phase) / stride) + 1;
    const table = { rows: new Float64Array(places), values: new Float64Array(places) };
    let first = 0;
    let end = 0;
    for (let place = 0; place < places; place += 1) {
      const to = phase + place * stride;
      while ((this.pieces[end] ?? Infinity) < to) {
        end += 1;
      }
      while ((this.pieces[first] ?? Infinity) < to - length) {
        first += 1;
      }
      table.rows[place] = end - first;
      table.values[place] = this.valuer(first, end) ?? NaN;
    }
    return table;
  }
}

function valuerOf({ pieces, numbers = none, wholes }: Omit<GroupRows, 'labels'>, calculation: Calculation): Valuer {
  const share = percentileOf(calculation);
  if (share !== undefined) {
    const ranks = new SlidingRanks(numbers);
    return (from, to) => ranks.percentile(share, from, to);
  }
  switch (calculation) {
    case 'count':
    case 'rate':
      return () => null;
    case 'uniques_users':
    case 'uniques_sessions': {
      const distinct = new SlidingDistinct(numbers);
      return (from, to) => distinct.count(from, to);
    }
    case 'min': {
      const sliding = new SlidingLeast(numbers);
      return (from, to) => sliding.least(from, to);
    }
    case 'max': {
      const sliding = new SlidingLeast(numbers.map((number) => -number));
      return (from, to) => {
        const least = sliding.least(from, to);
        return least === null ? null : -least;
      };
    }
    default:
      return ratios(pieces.length, numbers, wholes, calculation);
  }
}

const none = new Float64Array();

/** Sums, averages, shares and uptimes: what counts, divided by what there is. */
function ratios(
  rows: number,
  numbers: Float64Array,
  wholes: Float64Array | undefined,
  calculation: Calculation
): Valuer {
  const sums = runningSum(rows, (row) => numbers[row] ?? NaN);
  const counted = runningSum(rows, (row) =>
    wholes === undefined ? Number(!Number.isNaN(numbers[row])) : (wholes[row] ?? NaN)
  );
  const isSum = calculation === 'sum';
  const scale = isSum || calculation === 'avg' ? 1 : 100;
  return (from, to) => {
    const whole = isSum ? 1 : between(counted, from, to);
    return to <= from || whole === 0 ? null : (scale * between(sums, from, to)) / whole;
  };
}

/** Sums of all before each, and of all; NaN adds nothing. */
function runningSum(rows: number, of: (row: number) => number): Float64Array {
  const sums = new Float64Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    const number = of(row);
    sums[row + 1] = (sums[row] ?? 0) + (Number.isNaN(number) ? 0 : number);
  }
  return sums;
}

function between(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}
