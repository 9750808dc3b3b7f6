/** A rule that was due. Epoch milliseconds. */
interface Due {
  id: string;
  dueAt: number;
  /** Null: it was never evaluated before. */
  last_evaluation: unknown;
}

/**
 * When a rule is due again, and how many evaluations were missed on the way: it keeps its beat, so that lateness does not
 * add up. The beat begins after the first evaluation, by the rule's id, so that rules which came at once do not stay
 * together for ever. A clock that was set back makes it due one interval from now.
 */
export function nextEvaluation(
  { id, dueAt, last_evaluation }: Due,
  intervalMs: number,
  now: number
): { at: number; missed: number } {
  if (dueAt > now) {
    return { at: now + intervalMs, missed: 0 };
  }
  const first = last_evaluation === null ? dueAt - Math.floor(shareOf(id) * intervalMs) : dueAt;
  const missed = Math.floor((now - first) / intervalMs);
  return { at: first + (missed + 1) * intervalMs, missed: last_evaluation === null ? 0 : missed };
}

/** A part of one that differs from rule to rule: ids end in random digits. */
function shareOf(id: string): number {
  const digits = id.slice(-6);
  return /^[0-9a-f]{6}$/.test(digits) ? parseInt(digits, 16) / 0x1_00_00_00 : 0;
}
