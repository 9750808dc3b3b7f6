import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';

/**
 * Calls `orphaned` once the parent's pid is another than `parent`: Grafana is gone and cannot say so any more, and the
 * next one starts a plugin of its own on the same data. Ends when `signal` is aborted.
 */
export async function watchParent(
  parent: number,
  parentPid: () => number,
  clock: Clock,
  signal: AbortSignal,
  orphaned: () => void
): Promise<void> {
  while (!signal.aborted) {
    if (parentPid() !== parent) {
      orphaned();
      return;
    }
    await clock.sleep(second / 2, signal);
  }
}
