import type { Logger } from '../lib/Logger';

/** A server that runs: both listeners, the jobs and the database behind them. */
export interface RunningServer {
  /** Addresses that were really bound. */
  ingestAddress: string;
  adminAddress: string;
  /** Listeners refuse, batches commit, jobs end, the database goes last. Repeatable, never rejects. */
  stop(): Promise<void>;
}

export interface ServeCommandPorts {
  /** Throws OperatorError, and leaves nothing behind when it does. */
  start: () => Promise<RunningServer>;
  logger: Logger;
  /** Calls back for each signal that asks for the end. */
  onStopSignal: (listener: () => void) => void;
}

/** Runs the server until it is asked to end. A second signal ends it at once. Answers the exit code. */
export async function runServe({ start, logger, onStopSignal }: ServeCommandPorts): Promise<number> {
  let signals = 0;
  const first = new Promise<number>((resolve) => {
    onStopSignal(() => {
      signals += 1;
      if (signals > 1) {
        logger.warn('stopped at once, for it was asked twice');
      }
      resolve(signals);
    });
  });
  const second = new Promise<void>((resolve) => onStopSignal(() => signals > 1 && resolve()));
  const server = await start();
  logger.info('Seamark serves', { ingest: server.ingestAddress, admin: server.adminAddress });
  await first;
  logger.info('Seamark stops');
  await Promise.race([server.stop(), second]);
  return 0;
}
