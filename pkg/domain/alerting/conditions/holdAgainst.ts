import type { Comparison } from '../../../../src/contract/alerting/words';
import type { Verdict } from './Reading';

/** A limit with, where it has one, the value that must be passed again before an instance may end. */
export interface Limit {
  operator: Comparison;
  value: number;
  recovery_value?: number;
}

/** Holds a number against a limit: between limit and recovery value it is normal, but not recovered. */
export function holdAgainst(value: number, { operator, value: limit, recovery_value }: Limit): Verdict {
  if (passes(value, operator, limit)) {
    return { observation: { outcome: 'firing' }, value };
  }
  const isRecovered = !passes(value, operator, recovery_value ?? limit);
  return { observation: { outcome: 'normal', isRecovered }, value };
}

function passes(value: number, operator: Comparison, limit: number): boolean {
  switch (operator) {
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
  }
}
