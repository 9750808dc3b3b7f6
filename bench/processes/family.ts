import { processTable, type ProcessEntry } from './processTable';

/** A process and all that it started (Linux only). */
export function family(pid: number): ProcessEntry[] {
  const all = processTable();
  const members = new Set([pid]);
  for (let grown = true; grown;) {
    const before = members.size;
    all.filter(({ parent }) => members.has(parent)).forEach((child) => members.add(child.pid));
    grown = members.size > before;
  }
  return all.filter((entry) => members.has(entry.pid));
}
