import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Logger } from '../../lib/Logger';

type Level = 'debug' | 'info' | 'warn' | 'error';

const levels: Readonly<Record<string, Level>> = {
  DEBUG: 'debug',
  LOG: 'info',
  INFO: 'info',
  NOTICE: 'info',
  WARNING: 'warn',
  // The server's ERROR is one statement that failed: whoever sent it reports it.
  ERROR: 'debug',
  FATAL: 'warn',
  PANIC: 'error',
};

/** `LOG:  text`; before the settings are read with PostgreSQL's own prefix of time and pid. */
const logLine = /^(?:postgres: |[\d-]+ [\d:.]+ \w+ \[\d+\] )?([A-Z]+)\d?:\s+(.*)$/;

/** Passes the log lines of PostgreSQL on, so that our own output has one writer. Remembers the last complaint. */
export class ServerLog {
  readonly #logger: Logger;
  #complaint: string | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** The last line that says why it ends, without its severity; undefined when it never complained. */
  get complaint(): string | undefined {
    return this.#complaint;
  }

  follow(stream: Readable): void {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => this.#take(line));
  }

  #take(line: string): void {
    if (line.trim() === '') {
      return;
    }
    const [, severity, message] = logLine.exec(line) ?? [];
    const level = severity === undefined ? 'info' : (levels[severity] ?? 'info');
    if (severity === 'FATAL' || severity === 'PANIC' || severity === undefined) {
      this.#complaint = message ?? line;
    }
    this.#logger[level](message ?? line);
  }
}
