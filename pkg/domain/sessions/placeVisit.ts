import { hour, minute } from '../../lib/duration';

/** A session of a visitor whose client names none; all in epoch milliseconds, on whole minutes. */
export interface VisitWindow {
  /** The minute by which the session is named: it stays when an earlier event turns up. */
  named: number;
  start: number;
  /** The first minute that does not belong to it any more. */
  end: number;
}

/** Semantics, "Sessions, visits, visitors". */
const inactivity = 30 * minute;
const longest = 4 * hour;
/** A client whose times are wild must not make a row grow without end. */
const mostWindows = 50;

/**
 * Puts an event at `time` into the sessions of its visitor, which are in their order. Whole minutes: an event within a
 * minute that another one has covered changes nothing, so a busy visitor is written about once a minute and every process
 * decides alike. The same array comes back where nothing changed.
 */
export function placeVisit(
  windows: readonly VisitWindow[],
  time: number
): { windows: readonly VisitWindow[]; window: VisitWindow } {
  const at = Math.floor(time / minute) * minute;
  const until = Math.ceil((time + inactivity) / minute) * minute;
  const within = windows.find(({ start, end }) => start <= time && time < end);
  const next = windows.find(({ start }) => start > time);
  if (within !== undefined) {
    const end = Math.min(until, within.start + longest, next?.start ?? Infinity);
    return end > within.end ? changed(windows, within, { end }) : { windows, window: within };
  }
  if (next !== undefined && next.start - time < inactivity && next.end - at <= longest) {
    // What was sent first came later: the session began before we knew.
    return changed(windows, next, { start: at });
  }
  const window = { named: at, start: at, end: Math.min(until, next?.start ?? Infinity) };
  const sorted = [...windows, window].sort((one, other) => one.start - other.start);
  return { windows: sorted.slice(-mostWindows), window };
}

function changed(windows: readonly VisitWindow[], before: VisitWindow, part: Partial<VisitWindow>) {
  const window = { ...before, ...part };
  return { windows: windows.map((each) => (each === before ? window : each)), window };
}
