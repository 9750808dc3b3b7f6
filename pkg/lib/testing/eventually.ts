import { systemClock } from '../Clock';

const patienceMs = 30_000;
const pauseMs = 10;

/**
 * Asks until the answer is yes. Throws after 30 s and names what was waited for: a loop without an end would outlive its
 * test, and keep the whole run from ending.
 */
export async function eventually(happened: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = systemClock.now() + patienceMs;
  while (systemClock.now() < end) {
    if (await happened()) {
      return;
    }
    await systemClock.sleep(pauseMs);
  }
  throw new Error(`still not true after ${patienceMs / 1000} s: ${what}`);
}
