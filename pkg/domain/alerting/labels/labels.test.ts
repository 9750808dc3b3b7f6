import { labelsKey } from './labelsKey';
import { matchLabels, type LabelMatcher, type WholeMatch } from './matchLabels';

const isWholeMatch: WholeMatch = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text);

describe('labelsKey', () => {
  it('is the same for the same labels in another order, and for no others', () => {
    expect(labelsKey({ b: '2', a: '1' })).toBe(labelsKey({ a: '1', b: '2' }));
    expect(labelsKey({ a: '1,b=2' })).not.toBe(labelsKey({ a: '1', b: '2' }));
    expect(labelsKey({ 'a","b': '1' })).not.toBe(labelsKey({ a: '","b":"1' }));
  });
});

describe('matchLabels', () => {
  const labels = { app: 'shop', page_path: '/cart/:id' };
  const fits = (...matchers: LabelMatcher[]): boolean => matchLabels(matchers, labels, isWholeMatch);

  it('wants every matcher to fit, and none fits all', () => {
    expect(fits()).toBe(true);
    expect(fits({ name: 'app', operator: '=', value: 'shop' }, { name: 'app', operator: '!=', value: 'shop' })).toBe(
      false
    );
  });

  it('takes a pattern for the whole value', () => {
    expect(fits({ name: 'page_path', operator: '=~', value: '/cart' })).toBe(false);
    expect(fits({ name: 'page_path', operator: '=~', value: '/cart/.*' })).toBe(true);
    expect(fits({ name: 'page_path', operator: '!~', value: '/cart/.*' })).toBe(false);
  });

  it('takes a missing label for an empty one', () => {
    expect(fits({ name: 'release', operator: '=', value: '' })).toBe(true);
    expect(fits({ name: 'release', operator: '!=', value: '1.0' })).toBe(true);
  });
});
