import { percentileOf, type Calculation } from '../../../../src/contract/query/calculations';
import { lowerBound } from './lowerBound';
import { SlidingDistinct } from './SlidingDistinct';
import { SlidingRanks } from './SlidingRanks';
import type { GroupParts, Part } from './EvidenceHistory';

/** The ends of windows that are asked for: every `stride` pieces from `phase` on, up to `pieces`. */
export interface Grid {
  pieces: number;
  stride: number;
  phase: number;
}

/** The value of a calculation over the parts from index `from` on, below `to`, of one group. */
type Valuer = (from: number, to: number) => number | null;

/** The values of one group over any windows that end on a grid of pieces. */
export class GroupHistory {
  private readonly pieces: readonly number[];
  private readonly calculation: Calculation;
  private readonly grid: Grid;
  private readonly rows: Float64Array;
  private readonly valuer: Valuer;
  /** By the length of windows, where a value is dear unless windows are taken in their order: NaN for null. */
  private readonly tables = new Map<number, Float64Array>();
  private readonly isSliding: boolean;

  constructor({ pieces, parts }: Pick<GroupParts, 'pieces' | 'parts'>, calculation: Calculation, grid: Grid) {
    this.pieces = pieces;
    this.calculation = calculation;
    this.grid = grid;
    this.rows = runningSum(parts, ({ rows }) => rows);
    this.valuer = valuerOf(parts, calculation);
    this.isSliding = parts.some((part) => 'numbers' in part || 'ids' in part);
  }

  /**
   * The value of the pieces numbered from `from` on, below `to`, and how many rows it is made of.
   * @param lengthMs of the window, for rates
   */
  valueOf(from: number, to: number, lengthMs: number): { rows: number; value: number | null } {
    const first = lowerBound(this.pieces, from);
    const end = lowerBound(this.pieces, to);
    const rows = between(this.rows, first, end);
    switch (this.calculation) {
      case 'count':
        return { rows, value: rows };
      case 'rate':
        return { rows, value: rows / (lengthMs / 1000) };
      default:
        return { rows, value: this.isSliding ? this.slid(from, to) : this.valuer(first, end) };
    }
  }

  private slid(from: number, to: number): number | null {
    const { stride, phase } = this.grid;
    const length = to - from;
    let table = this.tables.get(length);
    if (table === undefined) {
      table = this.slide(length);
      this.tables.set(length, table);
    }
    const value = table[(to - phase) / stride] ?? NaN;
    return Number.isNaN(value) ? null : value;
  }

  private slide(length: number): Float64Array {
    const { pieces, stride, phase } = this.grid;
    const table = new Float64Array(Math.floor((pieces - phase) / stride) + 1);
    let first = 0;
    let end = 0;
    const isBefore = (part: number, piece: number): boolean => (this.pieces[part] ?? Infinity) < piece;
    for (let index = 0; index < table.length; index += 1) {
      const to = phase + index * stride;
      while (isBefore(end, to)) {
        end += 1;
      }
      while (isBefore(first, to - length)) {
        first += 1;
      }
      table[index] = this.valuer(first, end) ?? NaN;
    }
    return table;
  }
}

function valuerOf(parts: readonly Part[], calculation: Calculation): Valuer {
  const share = percentileOf(calculation);
  if (share !== undefined) {
    const { all, starts } = joined(parts, (part) => ('numbers' in part ? part.numbers : none));
    const ranks = new SlidingRanks(all);
    return (from, to) => ranks.percentile(share, starts[from] ?? 0, starts[to] ?? 0);
  }
  switch (calculation) {
    case 'uniques_users':
    case 'uniques_sessions': {
      const { all, starts } = joined(parts, (part) => ('ids' in part ? part.ids : none));
      const distinct = new SlidingDistinct(all);
      return (from, to) => distinct.count(starts[from] ?? 0, starts[to] ?? 0);
    }
    case 'min':
      return furthest(parts, (part, found) => ('min' in part ? Math.min(part.min, found) : found), Infinity);
    case 'max':
      return furthest(parts, (part, found) => ('max' in part ? Math.max(part.max, found) : found), -Infinity);
    default:
      return ratios(parts, calculation);
  }
}

/** Sums, averages, shares and uptimes: what counts, divided by what there is. */
function ratios(parts: readonly Part[], calculation: Calculation): Valuer {
  const sums = runningSum(parts, (part) => ('sum' in part ? part.sum : 0));
  const wholes = runningSum(parts, (part) => ('sum' in part ? part.of : 0));
  const isSum = calculation === 'sum';
  const scale = isSum || calculation === 'avg' ? 1 : 100;
  return (from, to) => {
    const whole = isSum ? 1 : between(wholes, from, to);
    return to <= from || whole === 0 ? null : (scale * between(sums, from, to)) / whole;
  };
}

const none = new Float64Array();

function furthest(parts: readonly Part[], step: (part: Part, found: number) => number, start: number): Valuer {
  return (from, to) => {
    let found = start;
    for (let index = from; index < to; index += 1) {
      const part = parts[index];
      found = part === undefined ? found : step(part, found);
    }
    return found === start ? null : found;
  };
}
/** Lists of many parts as one, and where each begins; one more for the end. */
function joined(
  parts: readonly Part[],
  listOf: (part: Part) => Float64Array
): { all: Float64Array; starts: Float64Array } {
  const starts = runningSum(parts, (part) => listOf(part).length);
  const all = new Float64Array(starts.at(-1) ?? 0);
  parts.forEach((part, index) => all.set(listOf(part), starts[index]));
  return { all, starts };
}

/** Sums of all before each, and of all. */
function runningSum(parts: readonly Part[], of: (part: Part) => number): Float64Array {
  const sums = new Float64Array(parts.length + 1);
  parts.forEach((part, index) => {
    sums[index + 1] = (sums[index] ?? 0) + of(part);
  });
  return sums;
}

function between(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}
