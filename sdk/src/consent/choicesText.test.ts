import { formatChoices, parseChoices } from './choicesText';
import type { Choices } from './Purpose';

describe('choices as text', () => {
  it.each<[string, Choices]>([
    ['', {}],
    ['granted', { analytics: 'granted', performance: 'granted', errors: 'granted' }],
    ['denied', { analytics: 'denied', performance: 'denied', errors: 'denied' }],
    ['analytics=granted', { analytics: 'granted' }],
    ['analytics=denied,errors=granted', { analytics: 'denied', errors: 'granted' }],
  ])('%j is written and read back', (text, choices) => {
    expect(formatChoices(choices)).toBe(text);
    expect(parseChoices(text)).toEqual(choices);
  });

  it.each([
    null,
    'yes',
    'true',
    '{}',
    'analytics',
    'analytics=',
    'marketing=granted',
    'analytics=maybe',
    '__proto__=granted',
  ])('takes %j for no decision', (text) => {
    expect(parseChoices(text)).toEqual({});
  });
});
