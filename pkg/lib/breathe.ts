import { setImmediate } from 'node:timers/promises';

/** Lets everything else that waits have its turn: between pieces of long work that never waits for anything itself. */
export function breathe(): Promise<void> {
  return setImmediate();
}
