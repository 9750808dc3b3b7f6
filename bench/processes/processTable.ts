import { readdirSync, readFileSync } from 'node:fs';

/** A process as `/proc/<pid>/stat` tells of it (proc(5), Linux only). */
export interface ProcessEntry {
  pid: number;
  name: string;
  parent: number;
  /** Processor time spent so far, in milliseconds. */
  cpuMs: number;
}

/** Linux counts processor time in hundredths of a second, whatever its kernel ticks at (sysconf(3)). */
const msPerTick = 10;

/** Undefined once the process has ended. */
export function processEntry(pid: number): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name is in parentheses and may hold anything: the fields begin after the last one.
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    return {
      pid,
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(fields[1]),
      // User and system time: fields 14 and 15, counted from 1; pid and name are cut off.
      cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick,
    };
  } catch {
    return undefined;
  }
}

/** Every process of this machine. */
export function processTable(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processEntry(Number(name)) ?? []);
}
