import { runInNewContext } from 'node:vm';
import type { AppKey } from '../../../src/contract/resources/apps';
import { snippetOf } from './snippetOf';
import { fakeApp } from './testing/fakeDependencies';

const key: AppKey = {
  id: '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f',
  key: '0123456789abcdef0123456789abcdef',
  scope: 'browser',
  created_at: '2026-11-23T00:00:00.000Z',
  revoked_at: null,
};

/** Runs the inline script as a browser would and gives what Faro was initialised with. */
function initialisedWith(html: string): unknown {
  let given: unknown;
  const script = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  runInNewContext(script, { GrafanaFaroWebSdk: { initializeFaro: (options: unknown) => (given = options) } });
  return given;
}

describe('the snippet of an app', () => {
  it('sends to the collect address of its first living browser key', () => {
    const revoked = { ...key, key: 'f'.repeat(32), revoked_at: key.created_at };
    const server = { ...key, key: 'e'.repeat(32), scope: 'server' as const };
    const snippet = snippetOf(fakeApp('shop', [revoked, server, key]), 'https://in.example/');
    expect(snippet.collect_url).toBe(`https://in.example/collect/${key.key}`);
    expect(snippet.npm).toContain(`url: 'https://in.example/collect/${key.key}'`);
    expect(snippet.html).toContain('initializeFaro');
  });

  it.each([
    'shop',
    "o'brien",
    'a "quoted" name',
    'back\\slash',
    '</script><script>alert(1)</script>',
    '${x}',
    'a\u2028b',
    'ä☃',
  ])('carries the name %j unharmed, and never ends its own script element', (name) => {
    const { html } = snippetOf(fakeApp(name, [key]), 'https://in.example');
    expect(initialisedWith(html)).toMatchObject({ app: { name } });
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });

  it('asks for a key where there is none', () => {
    expect(() => snippetOf(fakeApp('shop'), 'https://in.example')).toThrow(/create one first/);
  });
});
