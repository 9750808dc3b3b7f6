import { decideSending, type ConsentFacts } from './decideSending';
import { allPurposes } from './Purpose';

const undecided: ConsentFacts = { mode: 'required', purposes: allPurposes, choices: {}, signal: null };
const decide = (facts: Partial<ConsentFacts>): string => {
  const { analytics, performance, errors } = decideSending({ ...undecided, ...facts });
  return `${analytics} ${performance} ${errors}`;
};
const granted = { analytics: 'granted', performance: 'granted', errors: 'granted' } as const;
const denied = { analytics: 'denied', performance: 'denied', errors: 'denied' } as const;
const every = (fate: string): string => `${fate} ${fate} ${fate}`;

describe('what becomes of items', () => {
  it.each([
    ['required', 'granted', { choices: granted }, 'send'],
    ['required', 'no decision', {}, 'hold'],
    ['required', 'denied', { choices: denied }, 'discard'],
    ['required', 'DNT', { signal: 'dnt' }, 'discard'],
    ['required', 'GPC, although granted', { signal: 'gpc', choices: granted }, 'discard'],
    ['implied', 'granted', { choices: granted }, 'send'],
    ['implied', 'no decision', {}, 'send'],
    ['implied', 'denied', { choices: denied }, 'discard'],
    ['implied', 'DNT, although granted', { signal: 'dnt', choices: granted }, 'discard'],
    ['off', 'no decision', {}, 'send'],
    ['off', 'GPC', { signal: 'gpc' }, 'send'],
    ['off', 'denied', { choices: denied }, 'discard'],
  ] as const)('%s, %s', (mode, _, facts, fate) => {
    expect(decide({ mode, ...facts })).toBe(every(fate));
  });

  it('goes by purpose', () => {
    expect(decide({ choices: { analytics: 'denied', errors: 'granted' } })).toBe('discard hold send');
  });

  it('never sends for a purpose that the site does not ask for', () => {
    expect(decide({ mode: 'off', purposes: ['errors'] })).toBe('discard discard send');
    expect(decide({ purposes: ['errors'], choices: granted })).toBe('discard discard send');
  });
});
