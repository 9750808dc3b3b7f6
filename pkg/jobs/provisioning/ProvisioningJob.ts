import { describeProblem, type CodeFile } from '../../domain/asCode/readFile';
import { provisionFiles, type Provisioning } from '../../domain/asCode/provisionFiles';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import type { RepeatedJob } from '../repeat';
import { readFolder } from './readFolder';

export interface ProvisioningParts extends Provisioning {
  folder: string;
  logger: Logger;
}

/** Brings what is stored to the files of the provisioning folder, at the start and whenever they change. */
export class ProvisioningJob {
  /** What could not be taken the last time, one line each. */
  problems: readonly string[] = [];
  readonly #parts: ProvisioningParts;
  /** The files as they were when all of them had been taken in. */
  #seen: string | undefined;

  constructor(parts: ProvisioningParts) {
    this.#parts = parts;
  }

  get job(): RepeatedJob {
    return { name: 'provisioning', everyMs: 10 * second, retryMs: 10 * second, act: () => this.#run() };
  }

  /** Answers how many things were created, changed or deleted. A folder that is not there is no empty folder: nothing is deleted. */
  async #run(): Promise<number> {
    const { folder, registry } = this.#parts;
    const files = await readFolder(folder);
    if (files === undefined) {
      this.problems = [];
      return 0;
    }
    const state = JSON.stringify(files);
    if (state === this.#seen) {
      return 0;
    }
    let changes = 0;
    await registry.alone(async () => {
      changes = await this.#provision(files);
      // What could not be taken is tried again: what was wrong may lie outside of the files.
      this.#seen = this.problems.length === 0 ? state : undefined;
    });
    return changes;
  }

  async #provision(files: readonly CodeFile[]): Promise<number> {
    const { created, updated, deleted, problems } = await provisionFiles(this.#parts, files);
    const before = this.problems;
    this.problems = problems.map(describeProblem);
    for (const problem of this.problems.filter((each) => !before.includes(each))) {
      this.#parts.logger.warn('something in the provisioning folder cannot be taken', { problem });
    }
    return created + updated + deleted;
  }
}
