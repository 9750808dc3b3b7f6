import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';
import { handshakeLine } from './process/handshake';
import { listenForGrafana } from './process/listenForGrafana';
import type { PluginProcess } from './process/PluginProcess';
import { socketDirectory } from './process/socketDirectory';
import { watchParent } from './process/watchParent';
import type { SeamarkServer } from './server/SeamarkServer';
import { serverFor } from './server/serverFor';
import { serverGate } from './server/ServerGate';

/** Grafana kills what is left two seconds after it asked for the end. */
const timeToStop = 1_700;

export interface PluginPorts {
  version: string;
  logger: Logger;
  clock: Clock;
  process: PluginProcess;
  /** Where Grafana wants sockets to be, if it says so. */
  socketDir: string | undefined;
  /**
   * Opens the server behind the plugin: reads the settings, then starts one here or names a remote one. Called after the
   * handshake, and again after each failure, so it leaves nothing behind when it fails. What it throws is what
   * CheckHealth shows: the message of an OperatorError, or else that the log has the reason. `signal` is aborted when the
   * process is to end.
   */
  open: (signal: AbortSignal) => Promise<SeamarkServer>;
}

/**
 * Speaks the plugin protocol until Grafana says stop or is gone. The handshake comes before anything that can fail or take
 * long: Grafana's own start waits for it, and a plugin whose first start failed is never tried again.
 */
export async function startPlugin(ports: PluginPorts): Promise<void> {
  const { version, logger, clock, process } = ports;
  const stopping = new AbortController();
  // Before the handshake, for Grafana may be gone right after it.
  const parent = process.parentPid();
  const directory = socketDirectory(ports.socketDir);
  const gate = serverGate(ports.open, clock, logger);
  let close = (): void => undefined;

  const stop = (reason: string, code: number): void => {
    if (stopping.signal.aborted) {
      return;
    }
    stopping.abort();
    logger.info('plugin stops', { reason });
    void Promise.race([
      gate.stop().catch((cause: unknown) => logger.error('the server did not stop cleanly', cause)),
      clock.sleep(timeToStop),
    ]).then(() => {
      close();
      directory.remove();
      process.exit(code);
    });
  };

  // Ctrl-C in a terminal reaches the whole process group; Grafana then stops its plugins in its own order.
  process.onSignal('SIGINT', () => undefined);
  process.onSignal('SIGHUP', () => undefined);
  process.onSignal('SIGTERM', () => stop('SIGTERM', 0));
  process.onUnhandledRejection((cause) => logger.error('a rejection that nobody handled', cause));
  process.onUncaught((cause) => {
    logger.error('an exception that nobody caught; Grafana starts the plugin anew', cause);
    stop('uncaught exception', 1);
  });

  close = await listenForGrafana(directory.socketPath, {
    serverFor: serverFor(gate),
    clock,
    logger,
    pluginVersion: version,
    stop: () => stop('Grafana asked for it', 0),
  });
  process.writeHandshake(handshakeLine(directory.socketPath));
  logger.info('plugin listens', { version });
  gate.start();
  void watchParent(
    parent,
    () => process.parentPid(),
    clock,
    stopping.signal,
    () => stop('Grafana is gone', 0)
  );
}
