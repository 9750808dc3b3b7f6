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

function proportionalBytes(pid: number): number {
  try {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(pss?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Memory of a process and all that it started, in bytes; what several share counts once (Linux only). */
export function familyMemory(pid: number): number {
  const all = processes();
  const family = new Set([pid]);
  for (let grown = true; grown; ) {
    const before = family.size;
    all.filter(({ parent }) => family.has(parent)).forEach((child) => family.add(child.pid));
    grown = family.size > before;
  }
  return [...family].reduce((sum, member) => sum + proportionalBytes(member), 0);
}
