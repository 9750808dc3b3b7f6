import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The program's name is in parentheses and may hold anything: the fields begin after the last one.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), parent: Number(fields[1]) }];
      } catch {
        return [];
      }
    });
}

/** A process and all that it started (Linux only). */
export function family(pid: number): number[] {
  const all = processes();
  const members = new Set([pid]);
  for (let grown = true; grown; ) {
    const before = members.size;
    all.filter(({ parent }) => members.has(parent)).forEach((child) => members.add(child.pid));
    grown = members.size > before;
  }
  return [...members];
}
