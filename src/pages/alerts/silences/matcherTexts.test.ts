import { asksForSomething, completeMatchers, matchersText } from './matcherTexts';

describe('matchers of labels', () => {
  it('are written as the server reads them, whatever is in a value', () => {
    expect(
      matchersText([
        { name: 'team', operator: '=', value: 'web' },
        { name: 'page_path', operator: '=~', value: '/a\\d"b\n' },
      ])
    ).toBe('team="web",page_path=~"/a\\\\d\\"b\\n"');
  });
  it('leave half-typed ones out', () => {
    expect(
      completeMatchers([
        { name: ' ', operator: '=', value: 'x' },
        { name: ' team ', operator: '!=', value: '' },
      ])
    ).toEqual([{ name: 'team', operator: '!=', value: '' }]);
  });
  it('do not silence everything by mistake', () => {
    expect(asksForSomething([])).toBe(false);
    expect(asksForSomething([{ name: 'team', operator: '!=', value: 'web' }])).toBe(false);
    expect(asksForSomething([{ name: 'team', operator: '=', value: '' }])).toBe(false);
    expect(asksForSomething([{ name: 'team', operator: '=~', value: 'w.*' }])).toBe(true);
  });
});
