import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from './errorCode';

/**
 * Makes a folder and those above it that are missing, and answers the first that it made. Node's own recursive `mkdir`
 * never returns where a file system says of every new name that it does not exist, as `/proc` does.
 */
export function makeDirectory(path: string, mode: number): string | undefined {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) {
    missing.unshift(folder);
  }
  if (missing.length === 0) {
    makeOne(resolve(path), mode);
  }
  return missing.filter((folder) => makeOne(folder, mode))[0];
}

/** False where somebody else made it, or it was there. Throws where there is something else of that name. */
function makeOne(folder: string, mode: number): boolean {
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST' && statSync(folder).isDirectory()) {
      return false;
    }
    throw cause;
  }
}
