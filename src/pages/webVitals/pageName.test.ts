import { pageName } from './pageName';

describe('the name of the page that is looked at', () => {
  it.each([
    ['/checkout', '/checkout'],
    [['/checkout'], '/checkout'],
    [['/a', '/b'], '2 pages'],
    ['$__all', 'all pages'],
    [[], 'all pages'],
    ['', 'all pages'],
    [undefined, 'all pages'],
  ])('of %j is %s', (value, name) => {
    expect(pageName(value)).toBe(name);
  });
});
