import { allPurposes, type Choices, type Purpose } from './Purpose';
import type { Signal } from './readSignal';

/** Whether a decision of the visitor is needed: never, only to refuse, or before anything. */
export type ConsentMode = 'off' | 'implied' | 'required';

/** What becomes of an item of one purpose: sent, kept in memory until the visitor decides, or thrown away. */
export type Fate = 'send' | 'hold' | 'discard';

export interface ConsentFacts {
  mode: ConsentMode;
  /** The purposes that the site asks for; others are never sent. */
  purposes: readonly Purpose[];
  choices: Choices;
  signal: Signal | null;
}

/** The consent table of the product, on the visitor's side: a refusal and the browser's signals beat a grant. */
export function decideSending(facts: ConsentFacts): Record<Purpose, Fate> {
  const fates = {} as Record<Purpose, Fate>;
  for (const purpose of allPurposes) {
    fates[purpose] = fateOf(purpose, facts);
  }
  return fates;
}

function fateOf(purpose: Purpose, { mode, purposes, choices, signal }: ConsentFacts): Fate {
  const choice = choices[purpose];
  if (purposes.indexOf(purpose) < 0 || choice === 'denied') {
    return 'discard';
  }
  if (mode === 'off') {
    return 'send';
  }
  if (signal) {
    return 'discard';
  }
  return choice || mode === 'implied' ? 'send' : 'hold';
}
