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
  const troubledStarts = {
    sixHours: troubled(state, sixHours),
    day: troubled(state, day),
    week: troubled(state, week),
  };
  const cut: Cut = { fits, state, troubled: troubledStarts, pieces: [] };
  for (const { from, to } of buckets(range, week)) {
    if (to - from === week && fits(week) && !cut.troubled.week.has(from)) {
      append(cut.pieces, { source: 'week', from, to });
    } else {
      cutWeek(cut, { from, to });
    }
  }
  return cut.pieces;
}

function cutWeek(cut: Cut, range: CutRequest['range']): void {
  for (const { from, to } of buckets(range, day)) {
    if (to - from === day && cut.fits(day) && !cut.troubled.day.has(from)) {
      append(cut.pieces, { source: 'day', from, to });
    } else {
      cutDay(cut, { from, to });
    }
  }
}

interface Cut {
  fits: (grain: number) => boolean;
  state: SummaryState;
  /** Starts of buckets that cannot be read as one. */
  troubled: Readonly<Record<'sixHours' | 'day' | 'week', ReadonlySet<number>>>;
  pieces: Piece[];
}

function cutDay(cut: Cut, range: CutRequest['range']): void {
  for (const { from, to } of buckets(range, sixHours)) {
    if (to - from === sixHours && cut.fits(sixHours) && !cut.troubled.sixHours.has(from)) {
      append(cut.pieces, { source: 'six_hours', from, to });
    } else {
      cutSixHours(cut, { from, to });
    }
  }
}

function cutSixHours(cut: Cut, range: CutRequest['range']): void {
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

/**
 * Sums that cannot be read as one: themselves dirty, or something that they are the sum of. Six hours and days are sums of
 * hours, weeks of days.
 */
function troubled({ dirty }: SummaryState, width: typeof sixHours | typeof day | typeof week): Set<number> {
  const own = width === week ? [...dirty.week, ...dirty.day] : width === day ? dirty.day : dirty.six_hours;
  return new Set([...own, ...dirty.hour, ...dirty.minute].map((time) => startOf(time, width)));
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
