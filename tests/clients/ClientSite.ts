import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface ClientSite {
  url: string;
  stop(): Promise<void>;
}

/** Serves one page that runs `script`, which may import any installed package by its name. */
export async function startClientSite(script: string): Promise<ClientSite> {
  const result = await build({
    stdin: { contents: script, resolveDir: join(__dirname, '..', '..'), loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const code = result.outputFiles[0]?.text ?? '';
  const page =
    '<!doctype html><title>A page with a client</title><h1>Harbour</h1><button>Pay</button><script src="/client.js"></script>';
  const server = createServer((request, response) => {
    const isScript = request.url === '/client.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? code : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
