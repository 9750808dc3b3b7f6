import type { MuteStatus } from '../../../../src/contract/alerting/muteStates';
import { nextOccurrence, occurrenceAt } from './occurrences';
import type { Schedule, Span } from './Schedule';

/** Whether a span is still to come, holds, or is over at `t`. */
export function statusOfSpan({ from, to }: Span, t: number): MuteStatus {
  return t < from ? 'pending' : t < to ? 'active' : 'expired';
}

/** The occurrence of a schedule that holds at `t`, else the next, with what that makes of the schedule. */
export function currentOccurrence(schedule: Schedule, t: number): { status: MuteStatus; span: Span | null } {
  const holding = occurrenceAt(schedule, t);
  if (holding !== undefined) {
    return { status: 'active', span: holding };
  }
  const next = nextOccurrence(schedule, t);
  return next === undefined ? { status: 'expired', span: null } : { status: 'pending', span: next };
}
