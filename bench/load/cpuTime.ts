import { readFileSync } from 'node:fs';
import { family } from './family';

/** Processor time spent so far, in milliseconds: of the process itself, and of all that it started. */
export interface CpuTime {
  own: number;
  children: number;
}

/** Linux counts processor time in hundredths of a second, whatever its kernel ticks at (proc(5), sysconf(3)). */
const msPerTick = 10;

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // User and system time: fields 14 and 15, counted from 1; the program's name and pid are cut off.
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** What a process and its children have spent; the difference of two is the cost of what lay between (Linux only). */
export function cpuTime(pid: number): CpuTime {
  const children = family(pid).filter((member) => member !== pid);
  return {
    own: ticksOf(pid) * msPerTick,
    children: children.reduce((sum, child) => sum + ticksOf(child), 0) * msPerTick,
  };
}
