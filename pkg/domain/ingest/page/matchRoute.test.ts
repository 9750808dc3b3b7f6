import { matchRoute } from './matchRoute';

const routes = ['/', '/shop/sale/:product', '/shop/:category/:product', '/docs/*', '/:language/about'];

describe('matchRoute', () => {
  it.each([
    ['/', '/'],
    ['/shop/shoes/nike-12', '/shop/:category/:product'],
    ['/shop/shoes/nike-12/', '/shop/:category/:product'],
    ['/shop/sale/nike-12', '/shop/sale/:product'],
    ['/docs', '/docs/*'],
    ['/docs/a/b/c', '/docs/*'],
    ['/de/about', '/:language/about'],
    ['/shop/[email]/x', '/shop/:category/:product'],
  ])('calls %s by the first pattern that fits, %s', (path, pattern) => {
    expect(matchRoute(routes, path)).toBe(pattern);
  });

  it.each(['', '/shop', '/shop//nike-12', '/shop/shoes/nike-12/sizes', '/document', '/Shop/a/b/c', 'docs'])(
    'knows no pattern for %p',
    (path) => {
      expect(matchRoute(routes.slice(1), path)).toBeUndefined();
    }
  );

  it('knows none where the app has none', () => {
    expect(matchRoute([], '/shop')).toBeUndefined();
  });

  it('takes signs that mean something elsewhere as they are', () => {
    expect(matchRoute(['/a.b/(c)', '/x*'], '/a-b/c')).toBeUndefined();
    expect(matchRoute(['/a.b/(c)'], '/a.b/(c)')).toBe('/a.b/(c)');
    expect(matchRoute(['/x*'], '/xy')).toBeUndefined();
  });
});
