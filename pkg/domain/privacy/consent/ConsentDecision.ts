/** What data is for; a visitor may grant one purpose and not another. */
export const purposes = ['analytics', 'performance', 'errors'] as const;
export type Purpose = (typeof purposes)[number];

/** Why something was left out: counted, never stored with a person. */
export type DropReason = 'no_consent' | 'consent_denied' | 'do_not_track' | 'global_privacy_control';

/** What happens to the data of one purpose. */
export interface PurposeDecision {
  /** `anonymous`: without identity, session and free attributes. `drop`: not stored at all. */
  treatment: 'full' | 'anonymous' | 'drop';
  /** Whether the client's own id may be used for the visitor; else only the daily pseudonym. */
  clientId: boolean;
  reason: DropReason | null;
}

export type ConsentDecision = Readonly<Record<Purpose, PurposeDecision>>;
