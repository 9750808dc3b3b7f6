import { day, hour, minute, sixHours, week } from '../../lib/duration';

export type Grain = 'minute' | 'hour' | 'six_hours' | 'day' | 'week';

/** A stretch of time and where its numbers are read: from summaries of a grain, or from raw rows. */
export interface Piece {
  source: Grain | 'raw';
  from: number;
  to: number;
}

/** What is known of the summaries of one app. All times are starts of buckets, epoch milliseconds. */
export interface SummaryState {
  /** Buckets whose summary does not hold all that is stored. */
  dirty: Readonly<Record<Grain, ReadonlySet<number>>>;
  /** Hours of which every minute is summarised. */
  minutes: ReadonlySet<number>;
}

export interface CutRequest {
  range: { from: number; to: number };
  /** Width of the answer's buckets; undefined: one for all. */
  bucketMs: number | undefined;
  state: SummaryState;
}

/**
 * Cuts a range into stretches, each read from the coarsest summary that holds all of it and fits into the answer's
 * buckets: weeks, days, a quarter of a day, hours, minutes, else raw rows. Together they cover the range exactly once.
 */
export function cutRange({ range, bucketMs, state }: CutRequest): Piece[] {
  const fits = (grain: number): boolean => bucketMs === undefined || bucketMs % grain === 0;
  const cut: Cut = { fits, state, pieces: [] };
  const usable = sums.filter(({ length }) => fits(length));
  cutSums(
    cut,
    usable.map((sum) => ({ ...sum, troubled: troubled(state, sum) })),
    range
  );
  return cut.pieces;
}

interface Cut {
  fits: (grain: number) => boolean;
  state: SummaryState;
  pieces: Piece[];
}

/** Summaries that are added up of others. Milliseconds. */
interface Sum {
  source: Grain;
  length: number;
  /** It cannot be read while any of these is dirty within it: itself, and what it is the sum of. */
  spoiltBy: readonly Grain[];
}

/** The coarsest first. Six hours and days are sums of hours, weeks of days. */
const sums: readonly Sum[] = [
  { source: 'week', length: week, spoiltBy: ['week', 'day', 'hour', 'minute'] },
  { source: 'day', length: day, spoiltBy: ['day', 'hour', 'minute'] },
  { source: 'six_hours', length: sixHours, spoiltBy: ['six_hours', 'hour', 'minute'] },
];

interface UsableSum extends Sum {
  /** Starts of those that cannot be read. */
  troubled: ReadonlySet<number>;
}

function cutSums(cut: Cut, [coarsest, ...finer]: readonly UsableSum[], range: CutRequest['range']): void {
  if (coarsest === undefined) {
    cutHours(cut, range);
    return;
  }
  const { source, length } = coarsest;
  for (const { from, to } of buckets(range, length)) {
    if (to - from === length && !coarsest.troubled.has(from)) {
      append(cut.pieces, { source, from, to });
    } else {
      cutSums(cut, finer, { from, to });
    }
  }
}

function cutHours(cut: Cut, range: CutRequest['range']): void {
  const { fits, state, pieces } = cut;
  for (const { from, to } of buckets(range, hour)) {
    const start = startOf(from, hour);
    const clean = !state.dirty.hour.has(start);
    const byMinute = state.minutes.has(start);
    if (to - from === hour && clean && fits(hour) && !hasDirtyMinute(state, start)) {
      append(pieces, { source: 'hour', from, to });
    } else if (clean && byMinute && fits(minute)) {
      cutHour(cut, { from, to });
    } else {
      append(pieces, { source: 'raw', from, to });
    }
  }
}

function cutHour({ state, pieces }: Cut, range: CutRequest['range']): void {
  for (const { from, to } of buckets(range, minute)) {
    const clean = to - from === minute && !state.dirty.minute.has(from);
    append(pieces, { source: clean ? 'minute' : 'raw', from, to });
  }
}

function troubled({ dirty }: SummaryState, { length, spoiltBy }: Sum): Set<number> {
  return new Set(spoiltBy.flatMap((grain) => [...dirty[grain]].map((time) => startOf(time, length))));
}

function hasDirtyMinute({ dirty }: SummaryState, start: number): boolean {
  return dirty.minute.size > 0 && [...dirty.minute].some((time) => startOf(time, hour) === start);
}

/** The aligned buckets of a range; those at its ends may be cut. */
function* buckets({ from, to }: CutRequest['range'], width: number): Generator<CutRequest['range']> {
  for (let start = startOf(from, width); start < to; start += width) {
    yield { from: Math.max(start, from), to: Math.min(start + width, to) };
  }
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last?.source === piece.source && last.to === piece.from) {
    last.to = piece.to;
  } else {
    pieces.push(piece);
  }
}

function startOf(time: number, width: number): number {
  return Math.floor(time / width) * width;
}
