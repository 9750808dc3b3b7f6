import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import type { SeamarkServer } from './SeamarkServer';

/** How long a call waits for a server that is starting, and how many may wait, before they are told to come back. */
const longestWait = 10 * second;
const mostWaiting = 256;

/** Pauses between attempts to start: what hinders (a port, a lock, a database) may go away by itself. */
const pauses = [2, 5, 10, 30, 60].map((seconds) => seconds * second);

/** The server is not there (yet); the message says why and what to do. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

export interface ServerGate {
  /** Begins to open the server, in the background; calls that came earlier wait for it. */
  start(): void;
  /** The server as soon as it runs. Rejects with NotReady. */
  ready(signal?: AbortSignal): Promise<SeamarkServer>;
  /** Ends attempts and the server. Calls that wait are told so. */
  stop(): Promise<void>;
}

/**
 * Opens the server behind the plugin, again after each failure, and lets calls through once it runs. `open` must leave
 * nothing behind when it fails; its signal is aborted when the gate stops.
 */
export function serverGate(
  open: (signal: AbortSignal) => Promise<SeamarkServer>,
  clock: Clock,
  logger: Logger
): ServerGate {
  let server: SeamarkServer | undefined;
  let failure: string | undefined;
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;
  const waiting = new Set<() => void>();
  const announce = () => waiting.forEach((wake) => wake());

  const attempt = async (): Promise<void> => {
    for (let tries = 0; !stopped() && !server; tries += 1) {
      try {
        const opened = await open(stopping.signal);
        if (stopped()) {
          await opened.stop();
          return;
        }
        server = opened;
        failure = undefined;
        announce();
        return;
      } catch (cause) {
        if (stopped()) {
          return;
        }
        failure =
          cause instanceof OperatorError ? cause.message : 'Seamark could not start; the reason is in Grafana’s log.';
        logger.error('cannot start the server behind the plugin', cause, { attempt: tries + 1 });
        announce();
      }
      await clock.sleep(pauses[Math.min(tries, pauses.length - 1)] ?? second, stopping.signal);
    }
  };
  let attempts: Promise<void> = Promise.resolve();

  const ready = async (signal?: AbortSignal): Promise<SeamarkServer> => {
    if (server) {
      return server;
    }
    if (failure === undefined && !stopped() && waiting.size < mostWaiting) {
      const woken = new AbortController();
      const wake = () => woken.abort();
      waiting.add(wake);
      signal?.addEventListener('abort', wake);
      await clock.sleep(longestWait, woken.signal);
      waiting.delete(wake);
      signal?.removeEventListener('abort', wake);
    }
    if (server) {
      return server;
    }
    throw new NotReady(
      stopped() ? 'Seamark is stopping.' : (failure ?? 'Seamark is still starting; try again in a moment.')
    );
  };

  return {
    start: () => {
      attempts = attempt();
    },
    ready,
    stop: async () => {
      stopping.abort();
      announce();
      const running = server;
      server = undefined;
      await (running ? running.stop() : attempts);
    },
  };
}
