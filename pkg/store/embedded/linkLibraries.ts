import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the links by which shared libraries find each other (`libicuuc.so.60` → `libicuuc.so.60.2`) in a folder of ours.
 * Packages and zips carry no links, and the folder of an installed plugin may be read-only, so they cannot lie beside
 * the libraries themselves.
 * @param from `lib/` of the binaries
 * @param into made if missing; links that point elsewhere (an older plugin) are replaced
 */
export async function linkLibraries(from: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true, mode: 0o755 });
  for (const file of await readdir(from)) {
    const soname = sonameOf(file);
    if (soname !== undefined) {
      await pointTo(join(from, file), join(into, soname));
    }
  }
}

/** The name other libraries use for this file; undefined where that is the file's own name. */
export function sonameOf(file: string): string | undefined {
  const linux = /^(lib.+\.so\.\d+)\.[\d.]+$/.exec(file);
  const mac = /^(lib.+?\.\d+)\.[\d.]+\.dylib$/.exec(file);
  return linux?.[1] ?? (mac ? `${mac[1]}.dylib` : undefined);
}

async function pointTo(target: string, link: string): Promise<void> {
  const current = await readlink(link).catch(() => undefined);
  if (current === target) {
    return;
  }
  await rm(link, { force: true });
  await symlink(target, link);
}
