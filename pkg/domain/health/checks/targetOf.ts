import type { CheckTarget } from '../../../../src/contract/health/kinds/CheckKindDescription';
import { kindOf } from '../../../../src/contract/health/kinds/kinds';
import type { KnownSettings } from './readCheckSettings';

/** What a check connects to: the field that says it and the host; null where it connects to nothing that it names. */
export function targetOf({ kind, settings }: KnownSettings): CheckTarget | null {
  return kindOf(kind).target?.({ ...settings }) ?? null;
}
