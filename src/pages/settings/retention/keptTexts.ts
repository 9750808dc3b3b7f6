import { formattedValueToString, getValueFormat } from '@grafana/data';
import type { KeptData } from '../../../contract/resources/retention';

/** What is kept of a tier at this moment, as a line shows it. */
export interface KeptTexts {
  since: string;
  size: string;
  goes: string;
}

/** `undefined`: it is not known yet. */
export function keptTexts(kept: KeptData | undefined): KeptTexts {
  if (kept === undefined) {
    return { since: '…', size: '…', goes: '…' };
  }
  return {
    since: kept.since ?? 'Nothing yet',
    size: kept.bytes === null ? 'With daily numbers' : formattedValueToString(getValueFormat('bytes')(kept.bytes)),
    goes: kept.goes_on ?? '–',
  };
}
