import { join } from 'node:path';
import { copyPrograms } from './copyPrograms';
import type { Layout } from './layout';
import { linkLibraries } from './linkLibraries';
import type { ProcessIdentity } from './ProcessIdentity';
import { programsIn, type Programs } from './Programs';
import { runProgram } from './runProgram';

/**
 * Makes the shipped binaries runnable: links for their libraries, and, where PostgreSQL's user may not run them as they lie
 * (a checkout below /root, a copy that lost its modes), a copy of them in PostgreSQL's own folder, made once a version.
 */
export async function preparePrograms(
  binaries: string,
  places: Layout,
  identity: ProcessIdentity | undefined
): Promise<Programs> {
  const shipped = programsIn(binaries, places.libraries, identity);
  if (!(await runnable(shipped))) {
    await copyPrograms(binaries, places.runtime);
    await linkLibraries(join(places.runtime, 'lib'), places.libraries);
    return programsIn(places.runtime, places.libraries, identity);
  }
  await linkLibraries(join(binaries, 'lib'), places.libraries);
  return shipped;
}

/** Asked of the kernel: access lists, mounts and modes of all folders above count. */
async function runnable({ postgres, identity }: Programs): Promise<boolean> {
  const script = '[ -x "$1" ] && [ -r "$1" ]';
  const result = await runProgram('/bin/sh', ['-c', script, 'sh', postgres], { identity, libraryPath: '' });
  return result.code === 0;
}
