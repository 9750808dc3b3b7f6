import path from 'node:path';
import { paths } from './paths';
import { run } from './run';
import { unlessUnchanged } from './unlessUnchanged';

const inputs = [
  'src',
  '.config',
  'webpack.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

/** Builds what runs in the browser with create-plugin's webpack. Answers whether there was anything to build. */
export function browserHalf(): Promise<boolean> {
  return unlessUnchanged(
    'browser-half',
    inputs.map((input) => path.join(paths.root, input)),
    path.join(paths.dist, 'module.js'),
    () => {
      const webpack = path.join(paths.root, 'node_modules/webpack/bin/webpack.js');
      run(process.execPath, [webpack, '-c', './webpack.config.ts', '--env', 'production'], {
        ...process.env,
        // Before Node 22 the configuration is read through ts-node, which must not take it for an ES module.
        TS_NODE_COMPILER_OPTIONS: '{"module":"commonjs","moduleResolution":"node10"}',
      });
    }
  );
}
