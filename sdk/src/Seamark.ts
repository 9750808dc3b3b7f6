import type { Faro } from '@grafana/faro-web-sdk';
import type { Fate } from './consent/decideSending';
import type { Choice, Choices, Purpose } from './consent/Purpose';
import type { Signal } from './consent/readSignal';

export interface ConsentState {
  choices: Choices;
  /** The browser's own wish, where it has one. */
  signal: Signal | null;
  /** What becomes of each purpose's items. */
  fates: Record<Purpose, Fate>;
  /** Whether something waits for the visitor: show the banner. */
  isAsking: boolean;
}

/** What a started Seamark does for its page. Nothing here throws. */
export interface Seamark {
  /** Faro, for its api; undefined where it could not be started. */
  readonly faro: Faro | undefined;
  state(): ConsentState;
  /** Decides on all purposes, or on those named; lasts until decided otherwise. */
  decide(choice: Choice | Choices): void;
  /** Grants every purpose. */
  optIn(): void;
  /** Refuses every purpose: nothing more is sent, and what was stored for it goes. */
  optOut(): void;
}
