import type { Guard } from '../guard';
import type { ConsentState } from '../Seamark';
import type { SeamarkOptions } from '../SeamarkOptions';
import { formatChoices } from './choicesText';
import { decideSending } from './decideSending';
import { allPurposes, type Choice, type Choices } from './Purpose';
import { readSignal } from './readSignal';
import { forgetChoices, rememberChoices } from './rememberChoices';

/** What the visitor and the browser want, as far as they said it. */
export interface Consent {
  /** As it was last looked at. */
  state(): ConsentState;
  /** The session attribute `consent`; empty while undecided. */
  text(): string;
  /** Looks again at what is remembered and what the browser says. */
  look(): void;
  decide(choice: Choice | Choices): void;
  /** Calls back when another tab decided. */
  watch(onChange: () => void): void;
}

export function createConsent(page: Window, options: SeamarkOptions, guard: Guard): Consent {
  const { consent: mode = 'required', purposes = allPurposes, remember = true, storageKey } = options;
  const remembered = remember ? rememberChoices(page, storageKey || 'seamark.consent', guard) : forgetChoices();
  // Where the options make no sense, nothing is sent.
  const none = { analytics: 'discard', performance: 'discard', errors: 'discard' } as const;
  let state: ConsentState = { choices: {}, signal: null, fates: none, isAsking: false };

  const look = guard(() => {
    const choices = remembered.read();
    const signal = guard(readSignal)(page) || null;
    const fates = decideSending({ mode, purposes, choices, signal });
    state = { choices, signal, fates, isAsking: allPurposes.some((purpose) => fates[purpose] === 'hold') };
  });
  look();
  return {
    state: () => state,
    text: () => formatChoices(state.choices),
    look,
    decide(choice) {
      const decided: Choices = {};
      purposes.forEach((purpose) => {
        const named = typeof choice === 'string' ? choice : choice[purpose];
        if (named === 'granted' || named === 'denied') {
          decided[purpose] = named;
        }
      });
      remembered.write({ ...remembered.read(), ...decided });
    },
    watch: remembered.watch,
  };
}
