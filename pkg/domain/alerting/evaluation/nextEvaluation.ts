/**
 * When a rule that was due at `due` is due again, and how many evaluations were missed on the way: it keeps its beat, so
 * that lateness does not add up. A clock that was set back makes it due one interval from now.
 */
export function nextEvaluation(due: number, intervalMs: number, now: number): { at: number; missed: number } {
  if (due > now) {
    return { at: now + intervalMs, missed: 0 };
  }
  const missed = Math.floor((now - due) / intervalMs);
  return { at: due + (missed + 1) * intervalMs, missed };
}
