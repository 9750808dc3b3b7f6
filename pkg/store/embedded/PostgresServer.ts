import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { endLeftover } from './endLeftover';
import { Postmaster } from './Postmaster';
import { readPostmasterFile } from './postmasterFile';
import type { Programs } from './Programs';
import { ServerLog } from './serverLog';

export type ServerState = 'starting' | 'running' | 'restarting' | 'stopped';

export interface ServerOptions {
  readonly programs: Programs;
  readonly cluster: string;
  readonly args: readonly string[];
  readonly logger: Logger;
  readonly clock: Clock;
}

/**
 * Between two starts. One that became ready is let start again within a second, however often it was killed: its replay
 * is pause enough. Only what cannot start is asked at growing distances.
 */
const backOff = { first: 100, longest: 5 * second, longestAfterRun: second, forgottenAfter: 10 * second };
/** Sessions of a PostgreSQL that was killed end within moments; asking again costs a process, no replay. */
const busyPause = 200;
const stopPatience = 30 * second;
const leftoverPatience = 30 * second;

/** Processes of an earlier run are still at work. */
class BusyCluster extends OperatorError {}

/** A PostgreSQL that is kept running: when it ends by itself it is started again, at growing distances. */
export class PostgresServer {
  readonly #options: ServerOptions;
  readonly #stopping = new AbortController();
  readonly #listeners = new Set<(state: ServerState) => void>();
  #state: ServerState = 'starting';
  #postmaster: Postmaster | undefined;
  #stopped: Promise<void> | undefined;
  #watch: Promise<void> = Promise.resolve();

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Calls back on every change from now on. Returns how to end that. */
  onStateChange(listener: (state: ServerState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Throws OperatorError when PostgreSQL ends instead of becoming ready, or after a stop. */
  async start(signal?: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const started = clock.now();
    for (;;) {
      try {
        this.#watch = this.#keepRunning(await this.#startOnce(signal));
        return;
      } catch (cause) {
        // Sessions of a PostgreSQL that was killed end by themselves, but finish what they compute first.
        if (!(cause instanceof BusyCluster) || clock.now() - started > leftoverPatience) {
          throw cause;
        }
        await clock.sleep(busyPause);
      }
    }
  }

  /** A fast shutdown; again and again the same one. Never rejects. */
  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #end(): Promise<void> {
    this.#stopping.abort();
    const postmaster = this.#postmaster;
    if (postmaster) {
      await this.#finish(postmaster);
    }
    await this.#watch;
    this.#enter('stopped');
  }

  async #finish(postmaster: Postmaster): Promise<void> {
    const { clock, logger } = this.#options;
    postmaster.letGo();
    const patience = new AbortController();
    await Promise.race([postmaster.ended, clock.sleep(stopPatience, patience.signal)]);
    patience.abort();
    if (postmaster.running) {
      logger.warn('PostgreSQL did not end in time; cutting it off, the next start replays its log');
      await postmaster.abandon();
      await postmaster.ended;
    }
  }

  async #startOnce(signal?: AbortSignal): Promise<Postmaster> {
    const { programs, cluster, args, logger, clock } = this.#options;
    await endLeftover(cluster, logger, clock);
    this.#throwIfStopping(signal);
    const log = new ServerLog(logger);
    const postmaster = Postmaster.start(programs, ['-D', cluster, ...args], log);
    this.#postmaster = postmaster;
    const end: { how?: string } = {};
    void postmaster.ended.then((how) => (end.how = how));
    const pid = await Promise.race([postmaster.pid, postmaster.ended.then(() => undefined)]);
    while (end.how === undefined) {
      const file = await readPostmasterFile(cluster);
      if (file?.pid === pid && file?.status === 'ready') {
        this.#enter('running');
        return postmaster;
      }
      if (signal?.aborted) {
        await this.#finish(postmaster);
      }
      await clock.sleep(10);
    }
    this.#throwIfStopping(signal);
    const why = log.complaint ?? end.how;
    const refusal = /pre-existing shared memory block|lock file .* already exists/.test(why)
      ? BusyCluster
      : OperatorError;
    throw new refusal(`The embedded PostgreSQL did not start: ${why}`);
  }

  #throwIfStopping(signal: AbortSignal | undefined): void {
    if (this.#stopping.signal.aborted || signal?.aborted) {
      throw new OperatorError('The embedded PostgreSQL was stopped while it started');
    }
  }

  async #keepRunning(first: Postmaster): Promise<void> {
    const { clock, logger } = this.#options;
    let postmaster: Postmaster | undefined = first;
    let pause = backOff.first;
    while (!this.#stopping.signal.aborted) {
      if (postmaster) {
        const since = clock.now();
        const how = await postmaster.ended;
        // Where only the supervisor was killed, this makes its other half end PostgreSQL.
        postmaster.letGo();
        if (this.#stopping.signal.aborted) {
          return;
        }
        this.#enter('restarting');
        logger.error('PostgreSQL ended unexpectedly; starting it again', undefined, { how });
        pause = clock.now() - since > backOff.forgottenAfter ? backOff.first : Math.min(pause, backOff.longestAfterRun);
      }
      await clock.sleep(pause, this.#stopping.signal);
      let next = Math.min(pause * 2, backOff.longest);
      postmaster = await this.#startOnce().catch((cause: unknown) => {
        if (cause instanceof BusyCluster) {
          next = busyPause;
        } else if (!this.#stopping.signal.aborted) {
          logger.error('PostgreSQL could not be started again', cause, { retryInMs: next });
        }
        return undefined;
      });
      pause = next;
    }
    // Stopped while it was starting: the start that was under way may have won.
    if (postmaster?.running) {
      await this.#finish(postmaster);
    }
  }

  #enter(state: ServerState): void {
    if (this.#state !== state) {
      this.#state = state;
      for (const listener of this.#listeners) {
        listener(state);
      }
    }
  }
}
