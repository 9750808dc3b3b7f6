import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serveOnLoopback, type LoopbackSite } from '../../scripts/start/serveOnLoopback';

const root = resolve(__dirname, '..', '..');

/** How a page of the site loads the package: one file with Faro in it, over a Faro of its own, as a module, or badly. */
export type Loading = 'bundle' | 'script' | 'module' | 'script without Faro';

export interface SitePage {
  loading?: Loading;
  /** Options of `startSeamark`, as source text, so that callbacks can be among them. */
  options: string;
  /** Source text that runs before anything else on the page. */
  before?: string;
  /** A content security policy. */
  policy?: string;
  /** Shows the page in a sandboxed frame of an outer one. */
  sandboxed?: boolean;
}

/** A site of a stranger on loopback, with the built package; any of its paths shows the page that was last asked for. */
export class HostSite {
  private readonly files: Map<string, Buffer>;
  private shown = '';
  private policy: string | undefined;

  private served: LoopbackSite | undefined;

  private constructor(files: Map<string, Buffer>) {
    this.files = files;
  }

  /** Builds the package as it is published and serves it. */
  static async start(): Promise<HostSite> {
    const folder = mkdtempSync(join(tmpdir(), 'seamark-site-'));
    execFileSync(process.execPath, [require.resolve('tsx/cli'), 'scripts/buildSdk.ts', '--no-types', '--to', folder], {
      cwd: root,
      stdio: 'ignore',
    });
    const faro = await build({
      stdin: { contents: "export * from '@grafana/faro-web-sdk'", resolveDir: root },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'error',
    });
    const read = (name: string): [string, Buffer] => [`/${name}`, readFileSync(join(folder, name))];
    const site = new HostSite(
      new Map([
        ...['index.js', 'seamark.iife.js', 'seamark.bundle.iife.js'].map(read),
        ['/faro.js', Buffer.from(faro.outputFiles[0]?.contents ?? [])],
        [
          '/faro.iife.js',
          readFileSync(join(root, 'node_modules/@grafana/faro-web-sdk/dist/bundle/faro-web-sdk.iife.js')),
        ],
      ])
    );
    rmSync(folder, { recursive: true });
    site.served = await serveOnLoopback((request, response) => site.answer(request, response));
    return site;
  }

  get url(): string {
    return this.served?.url ?? '';
  }

  /** The next loads show this page. Answers its address. */
  show(page: SitePage): string {
    this.policy = page.policy;
    const html = htmlOf(page);
    this.shown = page.sandboxed
      ? `<!doctype html><title>outer</title><iframe sandbox="allow-scripts" srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`
      : html;
    return `${this.url}/`;
  }

  /** The next loads show this page as it is. Answers its address. */
  showHtml(html: string): string {
    this.policy = undefined;
    this.shown = html;
    return `${this.url}/`;
  }

  async stop(): Promise<void> {
    await this.served?.stop();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const file = this.files.get(path);
    if (file) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
      return;
    }
    const policy = this.policy ? { 'content-security-policy': this.policy } : {};
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy }).end(this.shown);
  }
}

function htmlOf({ loading = 'bundle', options, before = '', policy }: SitePage): string {
  const start = `window.handle = seamark.startSeamark(${options});`;
  const loads: Record<Loading, string> = {
    bundle: '<script src="/seamark.bundle.iife.js"></script>',
    script: '<script src="/faro.iife.js"></script><script src="/seamark.iife.js"></script>',
    'script without Faro': '<script src="/seamark.iife.js"></script>',
    module: '',
  };
  const importMap = '<script type="importmap">{"imports":{"@grafana/faro-web-sdk":"/faro.js"}}</script>';
  const starts =
    loading === 'module'
      ? `${importMap}<script type="module">import * as seamark from '/index.js'; ${start}</script>`
      : `<script>${start}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,">
<script>${before}</script>${loads[loading]}${starts}</head>
<body data-policy="${policy ? 'yes' : 'no'}"><h1>A site</h1><button id="works">Does the page still work?</button>
<script>document.querySelector('#works').onclick = (event) => { event.target.textContent = 'It does'; };</script></body></html>`;
}
