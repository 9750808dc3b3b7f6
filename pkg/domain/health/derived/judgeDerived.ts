import type { CheckSettings } from '../../../../src/contract/health/kinds/kinds';
import type { CheckReport } from '../probing/CheckRunner';

/** What a window says: the worst value of all groups, null where there is none, and how many rows it was made of. */
export interface Measured {
  value: number | null;
  samples: number;
}

/**
 * How a service is by a number that Seamark has of it. Undefined where the number says nothing: there is none, or too little
 * came in. A count of nothing is a number: who has no errors any more is well again.
 */
export function judgeDerived(
  { degraded_above: degraded, down_above: down, min_samples: least = 0 }: CheckSettings['derived'],
  { value, samples }: Measured,
  durationMs: number
): CheckReport | undefined {
  if (value === null || samples < least) {
    return undefined;
  }
  const report = { durationMs, phases: {}, details: { value, samples }, assertions: [] };
  if (down !== undefined && value > down) {
    return { ...report, outcome: 'failed', error: `${short(value)} is above ${short(down)}` };
  }
  if (degraded !== undefined && value > degraded) {
    return { ...report, outcome: 'warned', error: `${short(value)} is above ${short(degraded)}` };
  }
  return { ...report, outcome: 'passed', error: null };
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
