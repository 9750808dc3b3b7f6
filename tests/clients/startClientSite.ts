import { build } from 'esbuild';
import { join } from 'node:path';
import { serveOnLoopback, type LoopbackSite } from '../../scripts/start/serveOnLoopback';

const page =
  '<!doctype html><title>A page with a client</title><h1>Harbour</h1><button>Pay</button><script src="/client.js"></script>';

/** Serves one page that runs `script`, which may import any installed package by its name. `headers` come with the page. */
export async function startClientSite(
  script: string,
  headers: Readonly<Record<string, string>> = {}
): Promise<LoopbackSite> {
  const result = await build({
    stdin: { contents: script, resolveDir: join(__dirname, '..', '..'), loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const code = result.outputFiles[0]?.text ?? '';
  return serveOnLoopback((request, response) => {
    const isScript = request.url === '/client.js';
    response.writeHead(200, {
      ...(isScript ? {} : headers),
      'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
    });
    response.end(isScript ? code : page);
  });
}
