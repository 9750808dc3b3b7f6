import { readFileSync } from 'node:fs';
import { family } from './family';

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
  return family(pid).reduce((sum, member) => sum + proportionalBytes(member), 0);
}
