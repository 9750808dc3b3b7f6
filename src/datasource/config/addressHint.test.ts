import { addressHint } from './addressHint';

describe('the address of a server', () => {
  it.each(['http://seamark:8028', 'https://seamark.example/sub/', 'http://[::1]:8028'])('may be %s', (address) => {
    expect(addressHint(address)).toBeUndefined();
  });
  it.each([
    ['', /^Where the server listens/],
    ['seamark:8028', /^An address begins/],
    ['ftp://seamark', /^An address begins/],
    ['//seamark', /^An address begins/],
    ['http://', /^An address begins/],
    ['http://me:secret@seamark:8028', /^Leave user and password out/],
  ])('may not be "%s"', (address, hint) => {
    expect(addressHint(address)).toMatch(hint);
  });
});
