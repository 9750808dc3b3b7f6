import { liveApp } from './liveApp';
import { livePath } from './livePath';

describe('the channel of live counts', () => {
  it.each([
    [undefined, 'live/all'],
    ['shop', 'live/shop'],
    ['shop-2.example', 'live/shop-2.example'],
    ['all', 'live/=YWxs'],
    ['Straße & Söhne', 'live/=U3RyYcOfZSAmIFPDtmhuZQ'],
    ['??>>', 'live/=Pz8-Pg'],
  ])('of %s is %s', (app, path) => {
    expect(livePath(app)).toBe(path);
  });
  it('is that of the app which the query names', () => {
    const filters = [
      { field: 'browser', operator: '=' as const, value: 'Firefox' },
      { field: 'app', operator: '=' as const, value: 'shop' },
    ];
    expect(liveApp({ refId: 'A', kind: 'events', filters })).toBe('shop');
  });
  it.each([
    [[]],
    [[{ field: 'app', operator: '!=' as const, value: 'shop' }]],
    [[{ field: 'app', operator: '=' as const, value: ['shop', 'blog'] }]],
  ])('is that of every app where the filters are %j', (filters) => {
    expect(liveApp({ refId: 'A', kind: 'events', filters })).toBeUndefined();
  });
});
