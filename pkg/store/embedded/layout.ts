import { join } from 'node:path';

/** Where the parts of an embedded PostgreSQL lie below the data directory of the server. All paths are absolute. */
export interface Layout {
  /** Everything PostgreSQL owns; mode 0700. */
  readonly home: string;
  /** PostgreSQL's own data directory. It exists only once it is complete. */
  readonly cluster: string;
  /** First choice for its Unix socket. */
  readonly sockets: string;
  /** Links under the names by which the shipped libraries look for each other. */
  readonly libraries: string;
  /** Copy of the binaries, made only where the shipped ones are out of PostgreSQL's reach. */
  readonly runtime: string;
  /** The lock that lets one server in; owned by the server, not by PostgreSQL. */
  readonly lock: string;
}

export function layout(dataDir: string): Layout {
  const home = join(dataDir, 'postgres');
  return {
    home,
    cluster: join(home, 'data'),
    sockets: join(home, 'run'),
    libraries: join(home, 'lib'),
    runtime: join(home, 'runtime'),
    lock: join(dataDir, 'lock'),
  };
}
