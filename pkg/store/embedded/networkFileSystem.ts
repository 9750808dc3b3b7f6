import { statfs } from 'node:fs/promises';
import { OperatorError } from '../../lib/OperatorError';

/**
 * Numbers by which Linux's statfs(2) names file systems that several machines may write at once. The lock of one machine
 * is not seen by another there, and fsync promises less than PostgreSQL needs.
 */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x00c36400, 'CephFS'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x7461636f, 'OCFS2'],
  [0x01161970, 'GFS2'],
  [0x19830326, 'BeeGFS'],
  [0x01021997, '9p'],
  [0x786f4256, 'VirtualBox shared folders'],
  [0x65735546, 'FUSE'],
]);

export interface FileSystemQuestion {
  /** statfs's `f_type`. */
  typeOf(folder: string): Promise<number>;
}

const kernel: FileSystemQuestion = { typeOf: async (folder) => Number((await statfs(folder)).type) };

/** Throws OperatorError when the folder lies on a file system that more than this machine may write. */
export async function refuseNetworkFileSystem(folder: string, question: FileSystemQuestion = kernel): Promise<void> {
  // The numbers mean something on Linux only, and are signed in some C libraries.
  const name = networkFileSystems.get((await question.typeOf(folder)) >>> 0);
  if (name !== undefined) {
    throw new OperatorError(
      `The data directory ${folder} lies on a network file system (${name}), where two servers could write at once: ` +
        `set SEAMARK_DATA_DIR to a local disk, or SEAMARK_DATABASE_URL to a PostgreSQL of your own`
    );
  }
}
