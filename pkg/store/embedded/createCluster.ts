import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rename, rm, chown, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError } from '../../lib/OperatorError';
import { scramVerifier } from '../roles/scramVerifier';
import { describeFailure } from './describeFailure';
import type { Layout } from './layout';
import type { Programs } from './Programs';
import { runProgram } from './runProgram';
import { runSingleUser } from './runSingleUser';

const draftPrefix = 'draft-';

/** Tried again: an initdb whose server was killed may still be writing into its draft. */
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

/** Lines for TCP are missing: nothing listens there. */
const whoMayConnect = `# type  database  user      method
local   all       postgres  reject
local   all       all       scram-sha-256
`;

export interface ClusterOptions {
  readonly ownerPassword: string;
  /** For tests, which clone databases. */
  readonly ownerMayCreateDatabases: boolean;
  /** False for tests only: a crash of the machine then loses the cluster. */
  readonly durable: boolean;
}

/**
 * First start: makes the cluster with the role `seamark` and the database `seamark` in a folder beside its final one,
 * which it takes by a rename. Killed at any moment it leaves nothing that looks like a cluster.
 * The superuser may not log in at all: only the single-user mode, with the server stopped, is his.
 */
export async function createCluster(layout: Layout, programs: Programs, options: ClusterOptions): Promise<void> {
  await removeDrafts(layout);
  const draft = await mkdtemp(join(layout.home, draftPrefix));
  try {
    if (programs.identity) {
      await chown(draft, programs.identity.uid, programs.identity.gid);
    }
    const cluster = join(draft, 'data');
    await initialize(cluster, programs, options.durable);
    await writeFile(join(cluster, 'pg_hba.conf'), whoMayConnect);
    await runSingleUser(programs, cluster, [
      `create role seamark login createrole ${options.ownerMayCreateDatabases ? 'createdb' : ''}`,
      setOwnerPassword(options.ownerPassword),
      'create database seamark owner seamark',
    ]);
    await rename(cluster, layout.cluster);
    await syncDirectory(dirname(layout.cluster));
  } finally {
    await rm(draft, removal);
  }
}

/** The statement that gives the owner a password; the password itself never reaches PostgreSQL or its log. */
export function setOwnerPassword(password: string): string {
  return `alter role seamark password '${scramVerifier(password, randomBytes(16))}'`;
}

async function initialize(cluster: string, programs: Programs, durable: boolean): Promise<void> {
  const result = await runProgram(
    programs.initdb,
    [
      `--pgdata=${cluster}`,
      '--username=postgres',
      '--encoding=UTF8',
      // Built into PostgreSQL: an upgrade of the system's C library or ICU cannot change the order of an index.
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--data-checksums',
      '--auth-local=reject',
      '--auth-host=reject',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    programs
  );
  if (result.code !== 0) {
    throw new OperatorError(
      `The embedded PostgreSQL could not be prepared in ${cluster}: ${describeFailure(result.stderr)}`
    );
  }
}

/** What first starts that were killed left behind. Only the holder of the lock may call it. */
async function removeDrafts(layout: Layout): Promise<void> {
  await mkdir(layout.home, { recursive: true });
  const drafts = (await readdir(layout.home)).filter((name) => name.startsWith(draftPrefix));
  await Promise.all(drafts.map((name) => rm(join(layout.home, name), removal)));
}

/** A rename is on disk only once its folder is. */
async function syncDirectory(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
