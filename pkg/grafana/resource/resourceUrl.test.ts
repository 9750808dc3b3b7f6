import fastify from 'fastify';
import { resourceUrl } from './resourceUrl';

describe('resourceUrl', () => {
  it('puts the route below the prefix of the management routes, query string as it came', () => {
    expect(resourceUrl('apps/1/keys', 'apps/1/keys')).toBe('/api/v1/apps/1/keys');
    expect(resourceUrl('/apps', '/apps?limit=5&cursor=a%2Fb')).toBe('/api/v1/apps?limit=5&cursor=a%2Fb');
  });

  it('encodes what Grafana has decoded', () => {
    expect(resourceUrl('fields/a b?c#d%e/values', 'fields/x/values')).toBe('/api/v1/fields/a%20b%3Fc%23d%25e/values');
    expect(resourceUrl('fields/ä😀/values', 'x')).toBe('/api/v1/fields/%C3%A4%F0%9F%98%80/values');
  });

  it.each([
    '',
    '/',
    '.',
    '..',
    'apps/..',
    '../metrics',
    'apps/../../metrics',
    'apps//x',
    '//evil.example/x',
    'apps/.',
    './apps',
    'apps\\..',
    'apps/\0',
    'apps/\ud800',
    'apps/',
  ])('refuses %j', (path) => {
    expect(resourceUrl(path, path)).toBeUndefined();
  });

  it.each(['apps?a b', 'apps?a\r\nx: y', 'apps?ä', 'apps?a#b'])('refuses the query string of %j', (url) => {
    expect(resourceUrl('apps', url)).toBeUndefined();
  });

  it('reaches nothing but the prefix, whatever the segments are made of', async () => {
    const app = fastify();
    app.get('/*', async (request) => ({ url: request.url }));
    for (const segment of ['%2e%2e', '..%2f', 'http:', 'x:@y', '%5c..', '...', '%00', ';', '@', '*']) {
      const url = resourceUrl(`apps/${segment}/metrics`, 'x') ?? '/api/v1/refused';
      const answer = await app.inject({ method: 'GET', url });
      expect(answer.json<{ url: string }>().url).toMatch(/^\/api\/v1\/(apps\/[^/]+\/metrics|refused)$/);
    }
    await app.close();
  });
});
