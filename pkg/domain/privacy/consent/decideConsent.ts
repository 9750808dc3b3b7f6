import type { ConsentMode } from '../../../../src/contract/resources/apps';
import type { ConsentDecision, DropReason, Purpose, PurposeDecision } from './ConsentDecision';
import { combineChoices, parseConsent, type Choice } from './parseConsent';

/** How an app wants consent to be treated. */
export interface ConsentRules {
  consentMode: ConsentMode;
  withoutConsent: 'anonymous' | 'drop';
}

/** What a request says of its visitor's will. */
export interface ConsentSignals {
  /** Header `x-seamark-consent`. */
  header: string | undefined;
  /** Session attribute `consent`. */
  session: unknown;
  /** Header `DNT: 1`. */
  doNotTrack: boolean;
  /** Header `Sec-GPC: 1`. */
  globalPrivacyControl: boolean;
}

/** The consent table of the product: what becomes of each purpose's data under an app's mode and a visitor's signals. */
export function decideConsent(rules: ConsentRules, signals: ConsentSignals): ConsentDecision {
  if (rules.consentMode === 'off') {
    return { analytics: everything, performance: everything, errors: everything };
  }
  const choices = combineChoices(parseConsent(signals.header), parseConsent(signals.session));
  const decide = (purpose: Purpose) => decidePurpose(rules, purpose, choices[purpose], signals);
  return { analytics: decide('analytics'), performance: decide('performance'), errors: decide('errors') };
}

const everything: PurposeDecision = { treatment: 'full', clientId: true, reason: null };

function decidePurpose(
  rules: ConsentRules,
  purpose: Purpose,
  choice: Choice | undefined,
  signals: ConsentSignals
): PurposeDecision {
  const refusal = refusalOf(choice, signals);
  if (refusal === null && choice === 'granted') {
    return everything;
  }
  if (refusal === null && rules.consentMode === 'implied') {
    return { treatment: 'full', clientId: false, reason: null };
  }
  const nothing = rules.withoutConsent === 'drop' || purpose === 'analytics';
  return { treatment: nothing ? 'drop' : 'anonymous', clientId: false, reason: refusal ?? 'no_consent' };
}

function refusalOf(choice: Choice | undefined, signals: ConsentSignals): DropReason | null {
  if (choice === 'denied') {
    return 'consent_denied';
  }
  if (signals.globalPrivacyControl) {
    return 'global_privacy_control';
  }
  return signals.doNotTrack ? 'do_not_track' : null;
}
