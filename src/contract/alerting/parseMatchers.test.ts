import { parseMatchers } from './parseMatchers';

describe('parseMatchers', () => {
  it('reads what people write for Alertmanager', () => {
    expect(parseMatchers('{team="web", page_path=~"/cart,.*\\"x\\\\", env!=prod,release!~"1\\..*"}')).toEqual([
      { name: 'team', operator: '=', value: 'web' },
      { name: 'page_path', operator: '=~', value: '/cart,.*"x\\' },
      { name: 'env', operator: '!=', value: 'prod' },
      { name: 'release', operator: '!~', value: '1\\..*' },
    ]);
    expect(parseMatchers(' ')).toEqual([]);
    expect(parseMatchers('team=')).toEqual([{ name: 'team', operator: '=', value: '' }]);
  });

  it.each(['team', 'team="web', '="web"', 'team="web" env="x"', 'a=b,=c', 'team==web', '"team"=x'])(
    'does not take %s for matchers',
    (text) => {
      expect(parseMatchers(text)).toBeUndefined();
    }
  );
});
