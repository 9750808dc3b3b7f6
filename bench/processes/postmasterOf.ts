import { family } from './family';

/** Pid of the PostgreSQL that a server started: the one process named `postgres` below it whose parent is none. */
export function postmasterOf(server: number): number {
  const members = family(server);
  const postgres = new Set(members.filter(({ name }) => name === 'postgres').map(({ pid }) => pid));
  const postmaster = members.find(({ pid, parent }) => postgres.has(pid) && !postgres.has(parent));
  if (postmaster === undefined) {
    throw new Error(`process ${server} runs no PostgreSQL`);
  }
  return postmaster.pid;
}
