import { liveChannel } from './liveChannel';

describe('liveChannel', () => {
  it.each([
    ['live/all', undefined],
    ['live/shop', 'shop'],
    ['live/shop-2.example', 'shop-2.example'],
    ['live/=YWxs', 'all'],
    ['live/=U3RyYcOfZSAmIFPDtmhuZQ', 'Straße & Söhne'],
  ])('reads %s', (path, app) => {
    expect(liveChannel(path)).toEqual({ app });
  });

  it.each([
    '',
    'live',
    'live/',
    'live/=',
    'live/a/b',
    'live/a b',
    'other/all',
    `live/${'a'.repeat(101)}`,
    'live/..\\x',
  ])('knows no channel %j', (path) => {
    expect(liveChannel(path)).toBeUndefined();
  });
});
