import { readdirSync, readFileSync } from 'node:fs';

/** Pid of the PostgreSQL that a server started: the one process named `postgres` whose forebears lead to it (Linux only). */
export function postmasterOf(server: number): number {
  const parents = new Map<number, { parent: number; name: string }>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      parents.set(Number(pid), { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), name });
    } catch {
      // It ended while we were looking.
    }
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)?.parent;
    return parent === server || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  const isPostgres = (pid: number): boolean => parents.get(pid)?.name === 'postgres';
  for (const [pid, { parent }] of parents) {
    if (isPostgres(pid) && !isPostgres(parent) && isBelow(pid)) {
      return pid;
    }
  }
  throw new Error(`process ${server} runs no PostgreSQL`);
}
