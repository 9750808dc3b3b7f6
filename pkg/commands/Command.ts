import type { Config } from '../config/Config';
import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';

/** What a command may know of the world around it. */
export interface CommandEnvironment {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** One line for the person who ran the command. */
  print(line: string): void;
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** A few words for the list of all commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /**
   * Answers the exit code: 0 done, 1 failed, 2 misuse (the usage was printed).
   * Throws OperatorError for what the person has to put right; the caller prints its line and exits with 1.
   */
  run(args: readonly string[], environment: CommandEnvironment): Promise<number>;
}
