import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Programs } from './Programs';
import { programEnvironment } from './runProgram';
import type { ServerLog } from './serverLog';

/**
 * Starts PostgreSQL and watches its input. End of file there means that the server asked for the end, or died: a pipe
 * cannot outlive its writer, not even a SIGKILL. Either way PostgreSQL is told to shut down fast, with a checkpoint.
 * Asked again every second, for a PostgreSQL that has only just started may not listen to signals yet.
 * A shell does it because a second Node would cost 40 MB, and because it may signal its own user's processes only.
 */
const supervisor = `
exec 4<&0 </dev/null
"$@" 3>&- 4<&- &
postmaster=$!
echo "$postmaster" >&3
exec 3>&-
(read -r _ <&4; while kill -INT "$postmaster"; do sleep 1; done) 2>/dev/null &
watcher=$!
exec 4<&-
wait "$postmaster"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

/** One run of PostgreSQL under its supervisor. */
export class Postmaster {
  readonly pid: Promise<number | undefined>;
  /** Resolves when PostgreSQL has ended, with a few words about how. Never rejects. */
  readonly ended: Promise<string>;
  readonly #leash: Writable;
  #running = true;

  private constructor(child: ChildProcess, leash: Writable, pid: Promise<number | undefined>) {
    this.#leash = leash;
    this.pid = pid;
    this.ended = new Promise((resolve) => {
      const end = (how: string): void => {
        this.#running = false;
        resolve(how);
      };
      child.on('error', (cause) => end(cause.message));
      child.on('exit', (code, signal) => end(signal ? `ended by ${signal}` : `exit code ${code ?? 'unknown'}`));
    });
  }

  static start(programs: Programs, args: readonly string[], log: ServerLog): Postmaster {
    const child = spawn('/bin/sh', ['-c', supervisor, 'seamark-postgres', programs.postgres, ...args], {
      cwd: '/',
      env: programEnvironment(programs.libraryPath),
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      // Away from the terminal's group: Ctrl-C must reach the server alone, which ends PostgreSQL last.
      detached: true,
      ...programs.identity,
    });
    const leash = piped(child.stdin);
    leash.on('error', () => undefined);
    log.follow(piped(child.stderr));
    return new Postmaster(child, leash, firstNumber(piped(child.stdio[3] as Readable | null)));
  }

  get running(): boolean {
    return this.#running;
  }

  /** Asks for a fast shutdown: sessions are cut, what was committed is written down. */
  letGo(): void {
    this.#leash.end();
  }

  /** Cuts it off without a checkpoint; the next start replays the log. Nothing committed is lost. */
  async abandon(): Promise<void> {
    const pid = await this.pid;
    if (this.#running && pid !== undefined) {
      process.kill(pid, 'SIGQUIT');
    }
  }
}

/** Node's types do not know that `stdio: 'pipe'` always makes one. */
function piped<T>(stream: T | null): T {
  if (stream === null) {
    throw new Error('A pipe to the supervisor of PostgreSQL is missing');
  }
  return stream;
}

async function firstNumber(stream: Readable): Promise<number | undefined> {
  for await (const line of createInterface({ input: stream })) {
    return Number(line);
  }
  return undefined;
}
