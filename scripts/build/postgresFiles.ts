import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';
import { platformPackage } from './platformPackage';
import type { Target } from './targets';
import { unlessUnchanged } from './unlessUnchanged';

/** Files for compiling against PostgreSQL, which nobody does from a plugin's folder: half of the whole. */
const forCompilers = /\.a$|\/(pgxs|pkgconfig|include|doc|man)(\/|$)/;

/**
 * Copies PostgreSQL's programs beside the executable, without links: neither zips nor copies keep them, so the server
 * makes those that it needs by itself. Answers whether there was anything to do.
 */
export function postgresFiles(target: Target): Promise<boolean> {
  const source = path.join(platformPackage(target.postgres), 'native');
  const into = path.join(paths.backend, 'postgres', target.name);
  const version = readFileSync(path.join(source, '../package.json'), 'utf8');
  return unlessUnchanged(`postgres-${target.name}`, [version], path.join(into, 'bin/postgres'), () => {
    rmSync(into, { recursive: true, force: true });
    for (const folder of ['bin', 'lib', 'share']) {
      cpSync(path.join(source, folder), path.join(into, folder), {
        recursive: true,
        dereference: true,
        filter: (file) => !forCompilers.test(file),
      });
    }
    if (!existsSync(path.join(into, 'bin/initdb'))) {
      throw new Error(`${target.postgres} does not hold PostgreSQL's programs where they are expected`);
    }
  });
}
