import { passesLimit } from '../../../../src/contract/alerting/passesLimit';
import type { Comparison } from '../../../../src/contract/alerting/words';
import type { Verdict } from './Reading';

/** A limit with, where it has one, the value that must be passed again before an instance may end. */
export interface Limit {
  operator: Comparison;
  value: number;
  recovery_value?: number;
}

const firing = { outcome: 'firing' } as const;
const recovered = { outcome: 'normal', isRecovered: true } as const;
const hovering = { outcome: 'normal', isRecovered: false } as const;

/** Holds a number against a limit: between limit and recovery value it is normal, but not recovered. */
export function holdAgainst(value: number, { operator, value: limit, recovery_value }: Limit): Verdict {
  if (passesLimit(value, operator, limit)) {
    return { observation: firing, value };
  }
  return { observation: passesLimit(value, operator, recovery_value ?? limit) ? hovering : recovered, value };
}
