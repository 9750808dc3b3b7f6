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

/** Memory in bytes, what several processes share counted once: of a process itself, and of all that it started. */
export interface FamilyMemory {
  own: number;
  children: number;
}

export function familyMemoryParts(pid: number): FamilyMemory {
  const sum = { own: 0, children: 0 };
  for (const member of family(pid)) {
    sum[member.pid === pid ? 'own' : 'children'] += proportionalBytes(member.pid);
  }
  return sum;
}

/** Memory of a process and all that it started, in bytes (Linux only). */
export function familyMemory(pid: number): number {
  const { own, children } = familyMemoryParts(pid);
  return own + children;
}
