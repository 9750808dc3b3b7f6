import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { paths } from './paths';

/** Files of the browser package by what they are for: a bundler, a page that has Faro, a page that has nothing. */
export const sdkFiles = {
  module: 'index.js',
  script: 'seamark.iife.js',
  bundle: 'seamark.bundle.iife.js',
} as const;

const source = path.join(paths.root, 'sdk', 'src');

/** Bundles the browser package into `folder`. Faro stays outside of the first two. */
export async function sdkBundles(folder: string): Promise<void> {
  const shared: BuildOptions = {
    bundle: true,
    minify: true,
    // What Faro itself asks of a browser.
    target: 'es2018',
    legalComments: 'none',
    logLevel: 'error',
    sourcemap: 'linked',
  };
  const script: BuildOptions = { ...shared, format: 'iife', globalName: 'seamark' };
  const external = ['@grafana/faro-web-sdk'];
  const file = (name: keyof typeof sdkFiles): string => path.join(folder, sdkFiles[name]);
  const entry = (name: string): string[] => [path.join(source, name)];
  await build({ ...shared, entryPoints: entry('index.ts'), outfile: file('module'), format: 'esm', external });
  await build({ ...script, entryPoints: entry('script.ts'), outfile: file('script') });
  await build({ ...script, entryPoints: entry('bundle.ts'), outfile: file('bundle') });
}
