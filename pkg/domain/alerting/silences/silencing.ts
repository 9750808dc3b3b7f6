import { covers } from './covers';
import type { Mute, MutedSubject } from './Mute';
import { occurrenceAt, occurrencesBetween } from './occurrences';
import type { Span } from './Schedule';

/** Why and until when nobody is told of something. */
export interface Silenced {
  /** What holds now; of several that which ends last. */
  by: Mute;
  /** When the last of those that follow each other without a gap ends, epoch milliseconds. */
  until: number;
}

/** Windows that follow each other are looked through this often: an end that is a year away is as good as none. */
const mostLinks = 400;

/** Whether people are told of something at `t`: undefined where they are. */
export function silencedAt(subject: MutedSubject, mutes: readonly Mute[], t: number): Silenced | undefined {
  const about = mutes.filter((mute) => covers(mute, subject));
  const first = lastToEnd(about, t);
  if (first === undefined) {
    return undefined;
  }
  let until = first.span.to;
  for (let link = 1; link < mostLinks; link += 1) {
    const next = lastToEnd(about, until);
    if (next === undefined) {
      break;
    }
    until = next.span.to;
  }
  return { by: first.mute, until };
}

/** The times between `from` and `to` at which maintenance of a service was announced, in order, without overlaps. */
export function maintenanceBetween(subject: MutedSubject, mutes: readonly Mute[], from: number, to: number): Span[] {
  const spans = mutes
    .flatMap((mute) =>
      mute.kind === 'maintenance window' && covers(mute, subject) ? occurrencesBetween(mute.schedule, from, to) : []
    )
    .map((span) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .toSorted((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) {
      last.to = Math.max(last.to, span.to);
    } else {
      merged.push({ ...span });
    }
  }
  return merged;
}

function lastToEnd(mutes: readonly Mute[], t: number): { mute: Mute; span: Span } | undefined {
  let last: { mute: Mute; span: Span } | undefined;
  for (const mute of mutes) {
    const span = spanAt(mute, t);
    if (span !== undefined && (last === undefined || span.to > last.span.to)) {
      last = { mute, span };
    }
  }
  return last;
}

function spanAt(mute: Mute, t: number): Span | undefined {
  if (mute.kind === 'maintenance window') {
    return occurrenceAt(mute.schedule, t);
  }
  return mute.from <= t && t < mute.to ? mute : undefined;
}
