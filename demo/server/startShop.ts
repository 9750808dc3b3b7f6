import { build } from 'esbuild';
import { join } from 'node:path';
import { serveOnLoopback, type LoopbackSite } from '../../scripts/start/serveOnLoopback';
import { clubPage } from './clubPage';
import { shopPage, type ShopPageSettings } from './shopPage';

/** How long the slow page keeps a visitor waiting, in milliseconds: a poor TTFB and a poor LCP. */
const slowPage = 2200;

const pages: Record<string, string> = { '/': 'home', '/products': 'products', '/sale': 'sale', '/cart': 'cart' };

/** Builds the demo's scripts and serves the shop on loopback. Rejects when the port is taken. */
export async function startShop(settings: ShopPageSettings & { port: number }): Promise<LoopbackSite> {
  const scripts: Record<string, string> = { '/shop.js': await bundle('shop.ts'), '/club.js': await bundle('club.ts') };
  return serveOnLoopback((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname;
    const page = /^\/product\/\d+$/.test(path) ? 'product' : pages[path];
    const stock = /^\/api\/stock\/(\d+)$/.exec(path);
    const script = scripts[path];
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(script);
    } else if (stock) {
      // One product's stock always fails, so that there is a handled error to find.
      const broken = stock[1] === '6';
      response.writeHead(broken ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(broken ? { error: 'stock is being counted' } : { left: Number(stock[1]) * 3 }));
    } else if (/^\/club(\/berths(\/\d+)?)?$/.test(path)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(clubPage(settings));
    } else if (page === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page in the harbour.\n');
    } else {
      const html = shopPage(page, settings);
      const send = () => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      setTimeout(send, page === 'sale' ? slowPage : 0);
    }
  }, settings.port);
}

async function bundle(name: string): Promise<string> {
  const result = await build({
    entryPoints: [join(__dirname, '..', 'shop', name)],
    bundle: true,
    write: false,
    // Functions keep their names, so that the demo's errors read, and group, as those of the sample day.
    minifySyntax: true,
    minifyWhitespace: true,
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
