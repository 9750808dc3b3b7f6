import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Who runs PostgreSQL for a server of root's, unless SEAMARK_POSTGRES_UID names somebody else. */
const nobody = 65534;

export interface Passage {
  /** Undefined where the user is not asked for by number, as on Windows. */
  uid: number | undefined;
  postgresUid?: number;
  /** Where data goes that cannot lie in the checkout. */
  elsewhere?: string;
}

/**
 * The data directory of a checkout. PostgreSQL never runs as root, and the user that root lends it cannot pass a closed
 * folder such as /root: then the data lies elsewhere, with a link to it in its usual place.
 */
export function passableDataDir(
  wanted: string,
  { uid, postgresUid = nobody, elsewhere = '/var/lib' }: Passage
): string {
  if (lstatSync(wanted, { throwIfNoEntry: false })) {
    return realpathSync(wanted);
  }
  if (uid !== 0 || passes(dirname(wanted), postgresUid)) {
    return wanted;
  }
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const actual = join(elsewhere, `seamark-${name}`);
  mkdirSync(actual, { recursive: true, mode: 0o711 });
  symlinkSync(actual, wanted);
  return actual;
}

/** Asked of the kernel, by going there. */
function passes(folder: string, uid: number): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { cwd: '/', uid, gid: uid }).status === 0;
}
