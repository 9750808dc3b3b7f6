import { allPurposes, type Choices } from './Purpose';

/** Choices as the server reads them: `granted`, `denied`, or `analytics=granted,errors=denied`; empty while undecided. */
export function formatChoices(choices: Choices): string {
  const decided = allPurposes.filter((purpose) => choices[purpose]);
  const [first] = decided;
  const same =
    decided.length === allPurposes.length && decided.every((purpose) => choices[purpose] === choices.analytics);
  return first && same ? `${choices[first]}` : decided.map((purpose) => `${purpose}=${choices[purpose]}`).join();
}

/** Reads what `formatChoices` wrote. What cannot be read is no decision, never a yes. */
export function parseChoices(text: string | null): Choices {
  const choices: Choices = {};
  for (const part of (text || '').split(',')) {
    const [name, named] = part.split('=');
    const choice = named || name;
    if (choice === 'granted' || choice === 'denied') {
      allPurposes.filter((purpose) => !named || purpose === name).forEach((purpose) => (choices[purpose] = choice));
    }
  }
  return choices;
}
