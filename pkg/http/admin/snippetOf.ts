import type { App, Snippet } from '../../../src/contract/resources/apps';
import { HttpProblem } from '../errors/HttpProblem';

/**
 * What a developer pastes to send an app's data: once as a script element beside a copy of the SDK that their site
 * serves itself (no CDN), once for a bundler; by `@seamark/web`, which asks for the visitor's consent, and by Grafana
 * Faro as published.
 */
export function snippetOf(app: App, ingestUrl: string): Snippet {
  const key = app.keys.find((candidate) => candidate.scope === 'browser' && candidate.revoked_at === null);
  if (key === undefined) {
    throw new HttpProblem(409, 'conflict', 'The app has no browser key that is not revoked: create one first');
  }
  const url = ingestUrl.replace(/\/+$/, '');
  const collectUrl = `${url}/collect/${key.key}`;
  const named = `app: { name: ${literal(app.name)}, version: '1.0.0', environment: 'production' },`;
  const faro = [`url: ${literal(collectUrl)},`, named];
  const seamark = [`url: ${literal(url)},`, `key: '${key.key}',`, named, `consent: '${app.consent_mode}',`];
  return {
    collect_url: collectUrl,
    privacy_url: `${url}/privacy`,
    html: scriptElements('@grafana/faro-web-sdk/dist/bundle/faro-web-sdk.iife.js', [
      `GrafanaFaroWebSdk.initializeFaro(${options(faro)});`,
    ]),
    npm: moduleLines('@grafana/faro-web-sdk', 'initializeFaro', [`initializeFaro(${options(faro)});`]),
    seamark: {
      html: scriptElements('@seamark/web/dist/seamark.bundle.iife.js', [
        `var watch = window.seamark && seamark.startSeamark(${options(seamark)});`,
        ...decision(app),
      ]),
      npm: moduleLines('@seamark/web @grafana/faro-web-sdk', 'startSeamark', [
        `const watch = startSeamark(${options(seamark)});`,
        ...decision(app),
      ]),
    },
  };
}

/** Where visitors are asked, the decision must come from somewhere. */
function decision({ consent_mode }: App): string[] {
  switch (consent_mode) {
    case 'required':
      return ['// Nothing is sent before your banner says: watch.decide("granted") or watch.decide("denied")'];
    case 'implied':
      return ['// Who objects calls: watch.decide("denied")'];
    default:
      return [];
  }
}

function options(lines: readonly string[]): string {
  return ['{', ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function scriptElements(file: string, lines: readonly string[]): string {
  const inner = lines.join('\n').replace(/^/gm, '  ');
  return [
    `<!-- Serve node_modules/${file} from your own site. -->`,
    `<script src="/${file.slice(file.lastIndexOf('/') + 1)}"></script>`,
    '<script>',
    inner,
    '</script>',
  ].join('\n');
}

function moduleLines(packages: string, start: string, lines: readonly string[]): string {
  const [name = ''] = packages.split(' ');
  return [`// npm install ${packages}`, `import { ${start} } from '${name}';`, '', ...lines].join('\n');
}

/** Text as JavaScript, also inside a script element: no name of an app may end it. */
function literal(text: string): string {
  const quoted = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${quoted
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;
}
