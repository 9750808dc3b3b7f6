import { routePath } from './routePath';

describe('the path of a route', () => {
  it('is the one of the route table', () => {
    expect(routePath('listApps')).toBe('/apps');
  });
  it('encodes its parameters', () => {
    expect(routePath('listFieldValues', { name: 'metadata.a/b' })).toBe('/fields/metadata.a%2Fb/values');
  });
  it('fills every parameter', () => {
    expect(routePath('revokeAppKey', { id: 'a', keyId: 'k' })).toBe('/apps/a/keys/k');
  });
  it('carries the query string and leaves out what is undefined', () => {
    expect(routePath('listApps', {}, { limit: 5, cursor: undefined })).toBe('/apps?limit=5');
  });
  it('refuses a missing parameter, which would name another route', () => {
    expect(() => routePath('getApp')).toThrow('getApp needs the path parameter id');
    expect(() => routePath('getApp', { id: '' })).toThrow('id');
  });
});
