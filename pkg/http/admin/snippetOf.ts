import type { App, Snippet } from '../../../src/contract/resources/apps';
import { HttpProblem } from '../errors/HttpProblem';

/**
 * What a developer pastes to send an app's data: once as a script element beside a copy of the SDK that their site
 * serves itself (no CDN), once for a bundler. The SDK is Grafana Faro as published.
 */
export function snippetOf(app: App, ingestUrl: string): Snippet {
  const key = app.keys.find((candidate) => candidate.scope === 'browser' && candidate.revoked_at === null);
  if (key === undefined) {
    throw new HttpProblem(409, 'conflict', 'The app has no browser key that is not revoked: create one first');
  }
  const collectUrl = `${ingestUrl.replace(/\/+$/, '')}/collect/${key.key}`;
  const options = (indent: string) =>
    [
      '{',
      `${indent}  url: ${literal(collectUrl)},`,
      `${indent}  app: { name: ${literal(app.name)}, version: '1.0.0', environment: 'production' },`,
      `${indent}}`,
    ].join('\n');
  return {
    collect_url: collectUrl,
    html: [
      '<!-- Serve node_modules/@grafana/faro-web-sdk/dist/bundle/faro-web-sdk.iife.js from your own site. -->',
      '<script src="/faro-web-sdk.iife.js"></script>',
      '<script>',
      `  GrafanaFaroWebSdk.initializeFaro(${options('  ')});`,
      '</script>',
    ].join('\n'),
    npm: [
      '// npm install @grafana/faro-web-sdk',
      `import { initializeFaro } from '@grafana/faro-web-sdk';`,
      '',
      `initializeFaro(${options('')});`,
    ].join('\n'),
  };
}

/** Text as JavaScript, also inside a script element: no name of an app may end it. */
function literal(text: string): string {
  const quoted = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${quoted
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;
}
