import { createHash } from 'node:crypto';
import { second } from '../../../lib/duration';

/**
 * Where in its interval a check is looked at, milliseconds: from its id, so that checks made together are spread over the
 * interval, whoever looks.
 */
export function phaseOf(checkId: string, intervalMs: number): number {
  return createHash('sha256').update(checkId).digest().readUInt32BE(0) % intervalMs;
}

/**
 * When a check is to be looked at next, on a beat of its own that lateness does not move, and how many looks were missed
 * since `due`. Epoch milliseconds.
 */
export function nextProbe(
  check: { id: string; interval_seconds: number },
  due: number,
  now: number
): { at: number; missed: number } {
  const intervalMs = check.interval_seconds * second;
  const phase = phaseOf(check.id, intervalMs);
  const beats = Math.floor((now - phase) / intervalMs);
  return {
    at: (beats + 1) * intervalMs + phase,
    missed: Math.max(0, Math.floor((now - due) / intervalMs)),
  };
}
