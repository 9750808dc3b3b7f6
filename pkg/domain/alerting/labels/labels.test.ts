import { labelsKey } from './labelsKey';
import type { LabelMatcher } from '../../../../src/contract/alerting/LabelMatcher';
import { complaintAboutPattern } from './isWholeMatch';
import { matchLabels } from './matchLabels';

describe('labelsKey', () => {
  it('is the same for the same labels in another order, and for no others', () => {
    expect(labelsKey({ b: '2', a: '1' })).toBe(labelsKey({ a: '1', b: '2' }));
    expect(labelsKey({ a: '1,b=2' })).not.toBe(labelsKey({ a: '1', b: '2' }));
    expect(labelsKey({ 'a","b': '1' })).not.toBe(labelsKey({ a: '","b":"1' }));
  });
});

describe('matchLabels', () => {
  const labels = { app: 'shop', page_path: '/cart/:id' };
  const fits = (...matchers: LabelMatcher[]): boolean => matchLabels(matchers, labels);

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
    expect(fits({ name: 'constructor', operator: '=', value: '' })).toBe(true);
  });

  it('takes a pattern that cannot be read for one that fits nothing, and says why', () => {
    expect(fits({ name: 'app', operator: '=~', value: 'sh(op' })).toBe(false);
    expect(complaintAboutPattern('shop|cart')).toBeUndefined();
    expect(complaintAboutPattern('sh(op')).toContain('not a regular expression (RE2 syntax)');
    expect(complaintAboutPattern('a)(b')).toContain('not a regular expression');
    expect(complaintAboutPattern('(?=a)')).toContain('not a regular expression');
    expect(complaintAboutPattern('(?:ab|cd){500}')).toContain('too complex');
  });
});
