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

/** Runs the inline script as a browser would and gives what the SDK was started with. */
function initialisedWith(html: string): unknown {
  let given: unknown;
  const script = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  const start = (options: unknown) => (given = options);
  const seamark = { startSeamark: start };
  runInNewContext(script, { GrafanaFaroWebSdk: { initializeFaro: start }, window: { seamark }, seamark });
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
    const { html, seamark } = snippetOf(fakeApp(name, [key]), 'https://in.example');
    for (const lines of [html, seamark.html]) {
      expect(initialisedWith(lines)).toMatchObject({ app: { name } });
      expect(lines.match(/<\/script>/g)).toHaveLength(2);
    }
  });

  it.each(['required', 'implied', 'off'] as const)(
    'starts @seamark/web with the app’s own consent mode: %s',
    (mode) => {
      const { seamark, privacy_url } = snippetOf(
        { ...fakeApp('shop', [key]), consent_mode: mode },
        'https://in.example/'
      );
      expect(initialisedWith(seamark.html)).toEqual({
        url: 'https://in.example',
        key: key.key,
        app: { name: 'shop', version: '1.0.0', environment: 'production' },
        consent: mode,
      });
      expect(seamark.npm).toContain(`import { startSeamark } from '@seamark/web';`);
      expect(seamark.npm).toContain(`consent: '${mode}'`);
      expect(seamark.npm.includes('watch.decide')).toBe(mode !== 'off');
      expect(privacy_url).toBe('https://in.example/privacy');
    }
  );

  it('asks for a key where there is none', () => {
    expect(() => snippetOf(fakeApp('shop'), 'https://in.example')).toThrow(/create one first/);
  });
});
