import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import nodeRuntimes from './nodeRuntimes.json';
import { paths } from './paths';
import { run } from './run';

interface Pin {
  version?: string;
  integrity?: string;
}

interface Lock {
  packages: Readonly<Record<string, Pin | undefined>>;
}

/**
 * Runtimes are pinned here and not in package.json: they bring a program named `node`, which npm would put before the
 * person's own one in every script.
 */
const runtimes: Readonly<Record<string, Pin | undefined>> = nodeRuntimes;

/**
 * The folder of an npm package for some platform, in the pinned version: from `node_modules` where npm has put it there,
 * else fetched once into the cache and checked against the pin's integrity, since npm installs only what fits the machine
 * it runs on.
 */
export function platformPackage(name: string): string {
  const installed = path.join(paths.root, 'node_modules', name);
  if (existsSync(path.join(installed, 'package.json'))) {
    return installed;
  }
  const lock = JSON.parse(readFileSync(path.join(paths.root, 'package-lock.json'), 'utf8')) as Lock;
  const { version, integrity } = runtimes[name] ?? lock.packages[`node_modules/${name}`] ?? {};
  if (version === undefined || integrity === undefined) {
    throw new Error(`neither nodeRuntimes.json nor package-lock.json knows ${name}`);
  }
  const folder = path.join(paths.cache, 'packages', `${name.replace('/', '-')}-${version}`);
  if (!existsSync(folder)) {
    fetchInto(folder, name, version, integrity);
  }
  return folder;
}

function fetchInto(folder: string, name: string, version: string, integrity: string): void {
  const downloads = path.join(paths.cache, 'downloads');
  const unpacked = `${folder}.part`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(downloads, { recursive: true });
  mkdirSync(unpacked, { recursive: true });
  const output = run('npm', [
    'pack',
    `${name}@${version}`,
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    downloads,
  ]);
  const packed = JSON.parse(output.slice(output.indexOf('['))) as Array<{ filename: string }>;
  const archive = path.join(downloads, (packed[0]?.filename ?? '').replace(/^@/, '').replace('/', '-'));
  const [algorithm = '', expected] = integrity.split('-', 2);
  const actual = createHash(algorithm).update(readFileSync(archive)).digest('base64');
  if (actual !== expected) {
    throw new Error(`${name}@${version} is not what was pinned (${algorithm} ${actual}); nothing was used of it`);
  }
  run('tar', ['-xzf', archive, '--strip-components=1', '-C', unpacked]);
  rmSync(archive);
  renameSync(unpacked, folder);
}
