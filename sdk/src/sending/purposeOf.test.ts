import { item } from '../testing/fakeFaro';
import { collectUrlOf } from './collectUrlOf';
import { isAbout } from './isAbout';
import { purposeOf } from './purposeOf';

describe('the purpose of an item', () => {
  it.each([
    ['event', {}, 'analytics'],
    ['trace', {}, 'analytics'],
    ['log', { level: 'info' }, 'analytics'],
    ['log', { level: 'error' }, 'errors'],
    ['exception', {}, 'errors'],
    ['measurement', {}, 'performance'],
  ])('%s %j is for %s', (type, payload, purpose) => {
    expect(purposeOf(item(type, payload))).toBe(purpose);
  });
});

describe('reports about ourselves', () => {
  const isOwn = isAbout('https://collect.example/collect/k');
  const violation = (blockedURI: unknown) =>
    item('event', { name: 'securitypolicyviolation', attributes: { blockedURI } });

  it('are those of a policy that forbids our address', () => {
    expect(isOwn(violation('https://collect.example/collect/k'))).toBe(true);
    expect(isOwn(violation('https://collect.example'))).toBe(true);
    expect(isOwn(violation('https://cdn.example/x.js'))).toBe(false);
    expect(isOwn(violation('inline'))).toBe(false);
    expect(isOwn(item('event'))).toBe(false);
  });

  it('are known by the path where the address has no host', () => {
    expect(isAbout('/collect/k')(violation('/collect/k'))).toBe(true);
    expect(isAbout('/collect/k')(item('measurement'))).toBe(false);
  });
});

describe('the address to send to', () => {
  it('is put together from server and key, or taken whole', () => {
    expect(collectUrlOf({ url: 'https://collect.example//', key: 'k' })).toBe('https://collect.example/collect/k');
    expect(collectUrlOf({ collectUrl: '/collect/k' })).toBe('/collect/k');
  });

  it.each([{}, { url: 'https://collect.example' }, { key: 'k' }])('is not guessed from %j', (options) => {
    expect(() => collectUrlOf(options)).toThrow('collectUrl');
  });
});
