import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** An embedded PostgreSQL in a process of its own, for tests that kill it. */
export class HeldEmbedded {
  readonly #child: ChildProcess;
  readonly ownerUrl: string;

  private constructor(child: ChildProcess, ownerUrl: string) {
    this.#child = child;
    this.ownerUrl = ownerUrl;
  }

  /** Rejects with what the process said when it could not start. */
  static async start(dataDir: string): Promise<HeldEmbedded> {
    const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'holdEmbedded.ts'), dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('postgres://')) {
        return new HeldEmbedded(child, line);
      }
      throw new Error(line);
    }
    throw new Error('the process ended without a word');
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** SIGKILL: nothing of ours gets a chance to tidy up. */
  kill(): Promise<void> {
    return this.#ended(() => this.#child.kill('SIGKILL'));
  }

  /** Ends in order. */
  stop(): Promise<void> {
    return this.#ended(() => this.#child.stdin?.end());
  }

  #ended(act: () => void): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      act();
    });
  }
}
