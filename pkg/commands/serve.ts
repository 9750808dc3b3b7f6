import type { Command, CommandEnvironment } from './Command';
import { readArguments } from './readArguments';

/** A server that runs: both listeners, the jobs and the database behind them. */
export interface RunningServer {
  /** Addresses that were really bound. */
  ingestAddress: string;
  adminAddress: string;
  /** Listeners refuse, batches commit, jobs end, the database goes last. Repeatable, never rejects. */
  stop(): Promise<void>;
}

/** Starts the server, until `signal` ends that. Throws OperatorError, and leaves nothing behind when it does. */
export type StartServer = (environment: CommandEnvironment, signal: AbortSignal) => Promise<RunningServer>;

/** Calls back for each signal that asks for the end. */
export type OnStopSignal = (listener: () => void) => void;

const usage = `seamark serve

Runs the server without Grafana until SIGTERM or Ctrl-C; asked twice, it ends at once. Settings are environment
variables, listed in README.md.
`;

/** Runs the server until it is asked to end. */
export function serveCommand(start: StartServer, onStopSignal: OnStopSignal): Command {
  return {
    name: 'serve',
    summary: 'run the server without Grafana, until SIGTERM',
    usage,
    run: async (args, environment) => {
      if (readArguments(args, { words: 0 }) === undefined) {
        environment.print(usage);
        return 2;
      }
      const { asked, askedTwice, signal } = stopRequests(onStopSignal);
      const server = await start(environment, signal);
      const { logger } = environment;
      logger.info('Seamark serves', { ingest: server.ingestAddress, admin: server.adminAddress });
      await asked;
      logger.info('Seamark stops');
      await Promise.race([
        server.stop(),
        askedTwice.then(() => logger.warn('stopped at once, for it was asked twice')),
      ]);
      return 0;
    },
  };
}

interface StopRequests {
  asked: Promise<void>;
  askedTwice: Promise<void>;
  /** Aborted with the first. */
  signal: AbortSignal;
}

function stopRequests(onStopSignal: OnStopSignal): StopRequests {
  const resolvers: Array<() => void> = [];
  const next = (): Promise<void> => new Promise((resolve) => resolvers.push(resolve));
  const controller = new AbortController();
  const requests = { asked: next(), askedTwice: next(), signal: controller.signal };
  onStopSignal(() => {
    controller.abort();
    resolvers.shift()?.();
  });
  return requests;
}
