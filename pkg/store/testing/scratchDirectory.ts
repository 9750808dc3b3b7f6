import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder a test, which PostgreSQL's user may pass, removed after it. Call it at the top of a `describe`. */
export function scratchDirectory(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'seamark-scratch-'));
    chmodSync(folder, 0o711);
    made.push(folder);
    return folder;
  };
}
