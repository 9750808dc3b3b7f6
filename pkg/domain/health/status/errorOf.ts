import type { CheckReport } from '../probing/CheckRunner';
import type { StatusRules } from './CheckMemory';

/** Why a result is not clean, as anybody may read it; null where nothing is wrong with it. */
export function errorOf({ error, outcome, durationMs }: CheckReport, { degradedMs }: StatusRules): string | null {
  if (outcome === 'passed' && degradedMs !== null && durationMs !== null && durationMs > degradedMs) {
    return `took ${Math.round(durationMs)} ms, more than ${degradedMs} ms`;
  }
  return error;
}
