import { createHash } from 'node:crypto';
import { chmod, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders that running PostgreSQL needs. */
const folders = ['bin', 'lib', 'share'];

/** Says what lies beside it; written last, so that a copy that was cut short is made again. */
const stampName = 'copied-from';

/** Copies PostgreSQL's binaries, with the modes they need, unless `into` holds a whole copy of the same ones. */
export async function copyPrograms(from: string, into: string): Promise<void> {
  const stamp = join(into, stampName);
  const version = await fingerprint(from);
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === version) {
    return;
  }
  await rm(into, { recursive: true, force: true });
  for (const folder of folders) {
    await cp(join(from, folder), join(into, folder), { recursive: true, filter: isForRunning });
  }
  await chmod(into, 0o755);
  const programs = await readdir(join(into, 'bin'));
  await Promise.all(programs.map((name) => chmod(join(into, 'bin', name), 0o755)));
  await writeFile(stamp, version);
}

/** What only compiling against PostgreSQL needs is half of it. */
function isForRunning(file: string): boolean {
  return !/\.a$|\/pgxs(\/|$)/.test(file);
}

/**
 * Differs between versions: the server's own bytes, and names and sizes of its programs and libraries. Times would not
 * do, for packages are unpacked with one time for all.
 */
async function fingerprint(binaries: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(binaries, 'bin', 'postgres')));
  for (const folder of ['bin', 'lib']) {
    for (const name of (await readdir(join(binaries, folder))).sort()) {
      const { size } = await stat(join(binaries, folder, name));
      hash.update(`\0${folder}/${name} ${size}`);
    }
  }
  return hash.digest('hex');
}
