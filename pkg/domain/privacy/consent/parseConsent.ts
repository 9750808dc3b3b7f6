import { purposes, type Purpose } from './ConsentDecision';

export type Choice = 'granted' | 'denied';
export type Choices = Partial<Record<Purpose, Choice>>;

const longest = 512;

/**
 * Reads `granted`, `denied`, or choices by purpose such as `analytics=granted, performance=denied`. Anything else is
 * no decision: an unreadable answer is never taken as a yes.
 */
export function parseConsent(text: unknown): Choices {
  const choices: Choices = {};
  if (typeof text !== 'string') {
    return choices;
  }
  for (const part of text
    .slice(0, longest)
    .toLowerCase()
    .split(/[,;&\s]+/)) {
    const [name = '', value] = part.split(/[=:]/, 2);
    const choice = value ?? name;
    if (choice !== 'granted' && choice !== 'denied') {
      continue;
    }
    const named = value === undefined || name === 'all' ? purposes : purposes.filter((purpose) => purpose === name);
    for (const purpose of named) {
      choices[purpose] = choices[purpose] === 'denied' ? 'denied' : choice;
    }
  }
  return choices;
}

/** Both sources together; whoever denies wins. */
export function combineChoices(a: Choices, b: Choices): Choices {
  const choices: Choices = {};
  for (const purpose of purposes) {
    const choice = a[purpose] === 'denied' || b[purpose] === 'denied' ? 'denied' : (a[purpose] ?? b[purpose]);
    if (choice !== undefined) {
      choices[purpose] = choice;
    }
  }
  return choices;
}
