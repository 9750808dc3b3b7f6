import type { Filter } from '../../contract/query/Query';
import { interpolateFilter } from './interpolateFilter';
import { interpolateQuery } from './interpolateQuery';
import { fakeReplace } from './testing/fakeReplace';

const replace = fakeReplace({
  app: { value: 'shop', text: 'shop' },
  browsers: { value: ['Firefox', 'Chrome (beta)'], text: 'Firefox + Chrome (beta)', multi: true },
  one: { value: ['Firefox'], text: 'Firefox', multi: true },
  every: { value: ['Firefox', 'Chrome'], text: 'All', multi: true, includeAll: true },
  untouchedAll: { value: '$__all', text: 'All', includeAll: true },
  nothing: { value: [], text: '', multi: true },
  calledAll: { value: 'All', text: 'All' },
  pattern: { value: '^/(cart|pay)', text: '^/(cart|pay)' },
  number: { value: '2500' },
  empty: { value: '' },
});
const filtered = (operator: Filter['operator'], value: Filter['value']) =>
  interpolateFilter({ field: 'browser', operator, value }, replace)?.value;

describe('replacing variables in a filter', () => {
  it('replaces one value by one text', () => {
    expect(filtered('=', '$app')).toBe('shop');
  });
  it('turns several values into an array for = and !=', () => {
    expect(filtered('=', '$browsers')).toEqual(['Firefox', 'Chrome (beta)']);
    expect(filtered('!=', '${browsers}')).toEqual(['Firefox', 'Chrome (beta)']);
  });
  it('turns a multi-value variable with one value into that value', () => {
    expect(filtered('=', '$one')).toBe('Firefox');
  });
  it('multiplies the text around several values', () => {
    expect(filtered('=', 'my $browsers')).toEqual(['my Firefox', 'my Chrome (beta)']);
    expect(filtered('=', '$app/$browsers')).toEqual(['shop/Firefox', 'shop/Chrome (beta)']);
  });
  it('replaces variables inside an array', () => {
    expect(filtered('=', ['Safari', '$browsers'])).toEqual(['Safari', 'Firefox', 'Chrome (beta)']);
  });
  it('joins several values of a pattern as escaped, anchored alternatives', () => {
    expect(filtered('=~', '$browsers')).toBe('^(?:Firefox|Chrome \\(beta\\))$');
    expect(filtered('!~', '$one')).toBe('^Firefox$');
  });
  it('keeps the text around several values of a pattern unanchored', () => {
    expect(filtered('=~', 'v $browsers')).toBe('v (?:Firefox|Chrome \\(beta\\))');
  });
  it('leaves a typed pattern as it was typed', () => {
    expect(filtered('=~', '$pattern')).toBe('^/(cart|pay)');
  });
  it('makes numbers for comparisons, and leaves what is none to the server', () => {
    expect(filtered('>', '$number')).toBe(2500);
    expect(filtered('<=', '$app')).toBe('shop');
    expect(filtered('<', 3)).toBe(3);
    expect(filtered('>', '$empty')).toBe('');
  });
  it.each(['$every', '$untouchedAll', '$nothing'])('drops the filter for %s', (value) => {
    expect(filtered('=', value)).toBeUndefined();
    expect(filtered('=~', value)).toBeUndefined();
    expect(filtered('=', [value, 'Safari'])).toBeUndefined();
  });
  it('lets anything match where All is only a part of a pattern', () => {
    expect(filtered('=~', 'v$every')).toBe('v.*');
  });
  it('does not take a value called All for all values', () => {
    expect(filtered('=', '$calledAll')).toBe('All');
  });
  it('leaves an unknown variable for the server to refuse', () => {
    expect(filtered('=', '$unknown')).toBe('$unknown');
  });
});

describe('replacing variables in a query', () => {
  const query = { refId: 'A', kind: 'performance', metric: '$app' } as const;

  it('replaces the metric and the field', () => {
    expect(interpolateQuery({ ...query, field: '${app}' }, replace)).toEqual({
      ...query,
      metric: 'shop',
      field: 'shop',
    });
  });
  it('spreads a variable of several names over the groups', () => {
    expect(interpolateQuery({ ...query, groupBy: ['$browsers', 'app', '$nothing'] }, replace).groupBy).toEqual([
      'Firefox',
      'Chrome (beta)',
      'app',
    ]);
  });
  it('adds the filters of the dashboard to its own', () => {
    const own = { field: 'app', operator: '=', value: '$app' } as const;
    const adHoc = { field: 'browser', operator: '!=', value: 'Safari' } as const;
    expect(interpolateQuery({ ...query, filters: [own] }, replace, [adHoc]).filters).toEqual([
      { ...own, value: 'shop' },
      adHoc,
    ]);
  });
  it('changes nothing where there is nothing to replace', () => {
    const plain = { ...query, metric: 'LCP', filters: [] };
    expect(interpolateQuery(plain, replace)).toEqual(plain);
  });
});
