import { hclogFormat } from '../grafana/log/hclogFormat';
import { incompatibility, startedByGrafana, type PluginEnvironment } from '../grafana/process/handshake';
import { thisProcess } from '../grafana/process/PluginProcess';
import type { SeamarkServer } from '../grafana/server/SeamarkServer';
import { startPlugin } from '../grafana/startPlugin';
import type { Clock } from '../lib/Clock';
import { createLogger } from '../lib/log/createLogger';
import { lineSink } from '../lib/log/lineSink';
import { redirectConsole } from '../lib/log/redirectConsole';
import type { Logger } from '../lib/Logger';

export interface PluginCommandPorts {
  version: string;
  clock: Clock;
  environment: PluginEnvironment;
  /** See `PluginPorts.open`. The logger writes what Grafana can take; nothing else may be written to stdout or stderr. */
  open: (logger: Logger, signal: AbortSignal) => Promise<SeamarkServer>;
}

const startedByHand = `This is the command that Grafana starts; it does nothing by itself.
Copy the plugin's folder into Grafana's plugin directory, or run "serve" for a server without Grafana.
`;

/** Runs the plugin. Answers an exit code where there is nothing to run; otherwise the process ends by itself. */
export async function runPlugin({
  version,
  clock,
  environment,
  open,
}: PluginCommandPorts): Promise<number | undefined> {
  if (!startedByGrafana(environment)) {
    process.stderr.write(startedByHand);
    return 2;
  }
  const logger = createLogger({ clock, format: hclogFormat, write: lineSink(process.stderr), name: 'seamark' });
  redirectConsole(logger.named('console'));
  const reason = incompatibility(environment);
  if (reason !== undefined) {
    logger.error(reason);
    return 1;
  }
  try {
    await startPlugin({
      version,
      logger,
      clock,
      process: thisProcess((text) => logger.info(text, { stream: 'stdout' })),
      socketDir: environment['PLUGIN_UNIX_SOCKET_DIR'] || undefined,
      open: (signal) => open(logger, signal),
    });
    return undefined;
  } catch (cause) {
    logger.error('the plugin cannot listen for Grafana', cause);
    return 1;
  }
}
