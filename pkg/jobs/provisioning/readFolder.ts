import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { errorCode } from '../../lib/errorCode';
import type { CodeFile } from '../../domain/asCode/readFile';

/**
 * All YAML files of a folder and of the folders in it, in the order of their names; undefined where there is no such
 * folder. Names that begin with a dot are left out: Kubernetes keeps the versions of a mounted folder in such.
 */
export async function readFolder(folder: string): Promise<CodeFile[] | undefined> {
  const paths = await pathsIn(folder);
  if (paths === undefined) {
    return undefined;
  }
  return Promise.all(
    paths.sort().map(async (path) => ({ name: relative(folder, path), text: await readFile(path, 'utf8') }))
  );
}

async function pathsIn(folder: string): Promise<string[] | undefined> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  const paths: string[] = [];
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      paths.push(...((await pathsIn(path)) ?? []));
    } else if (/\.ya?ml$/.test(entry.name)) {
      // Also a link to one: what a mounted folder holds is links.
      paths.push(path);
    }
  }
  return paths;
}
