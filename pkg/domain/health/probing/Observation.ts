import type { ProbePhase } from '../../../../src/contract/health/words';

/** What assertions may ask of an answer; undefined where there is no such thing. */
export type Find = (source: string, target: string | undefined) => string | number | undefined;

/** What one probe saw. */
export interface Observation {
  /** Why there is nothing to assert anything of: short, and safe to show to anybody. Null: there was an answer. */
  failure: string | null;
  /** From the first step to the last byte, in milliseconds; null where nothing was timed. */
  durationMs: number | null;
  /** Milliseconds by phase; those that did not happen are left out. */
  phases: Partial<Record<ProbePhase, number>>;
  find: Find;
  /** What else there is to know, safe to keep and to show. */
  details: Record<string, unknown>;
}

/** The observation of a probe that got no answer. */
export function failed(failure: string, more: Partial<Omit<Observation, 'failure'>> = {}): Observation {
  return { durationMs: null, phases: {}, find: () => undefined, details: {}, ...more, failure };
}
