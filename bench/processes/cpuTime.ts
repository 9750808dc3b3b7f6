import { family } from './family';

/** Processor time spent so far, in milliseconds: of the process itself, and of all that it started. */
export interface CpuTime {
  own: number;
  children: number;
}

/** What a process and its children have spent; the difference of two is the cost of what lay between (Linux only). */
export function cpuTime(pid: number): CpuTime {
  const sum = { own: 0, children: 0 };
  for (const member of family(pid)) {
    sum[member.pid === pid ? 'own' : 'children'] += member.cpuMs;
  }
  return sum;
}
