import { purposes } from './ConsentDecision';
import type { ConsentRules, ConsentSignals } from './decideConsent';
import { combineChoices, parseConsent } from './parseConsent';

/** What a visitor has decided, as it is recorded. */
export interface SpokenDecision {
  /** Where consent is `off`, decisions do not count and none is recorded. */
  mode: 'required' | 'implied';
  /** `granted` and `denied` of everything; else by purpose, as `analytics=granted,errors=denied`. */
  decision: string;
}

/**
 * The decision that a request carries; undefined: none that counts. A browser that refuses by itself is obeyed and
 * counted, and nothing is recorded of it.
 */
export function spokenDecision(
  { consentMode }: Pick<ConsentRules, 'consentMode'>,
  { header, session, doNotTrack, globalPrivacyControl }: ConsentSignals
): SpokenDecision | undefined {
  const isSaid = header !== undefined || session !== undefined;
  if (!isSaid || consentMode === 'off' || doNotTrack || globalPrivacyControl) {
    return undefined;
  }
  const choices = combineChoices(parseConsent(header), parseConsent(session));
  const said = purposes.filter((purpose) => choices[purpose] !== undefined);
  const [first] = said;
  if (first === undefined) {
    return undefined;
  }
  const isWhole = purposes.every((purpose) => choices[purpose] === choices[first]);
  const byPurpose = said.map((purpose) => `${purpose}=${choices[purpose] ?? ''}`).join(',');
  return { mode: consentMode, decision: isWhole ? (choices[first] ?? '') : byPurpose };
}
