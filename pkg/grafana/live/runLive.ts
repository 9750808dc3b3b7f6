import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import type { RunStreamRequest } from '../generated/backend';
import type { ServerFor } from '../server/serverFor';
import { liveChannel } from './liveChannel';
import { liveCounts } from './liveCounts';
import { livePacket } from './livePacket';

/** How long to wait after a count that failed, so that a server in trouble is left alone. */
const afterFailure = 10 * second;

/**
 * Counts once a second until `signal` is aborted and yields each count as a packet. A count that fails yields nothing:
 * ending the stream would only make Grafana start it again at once.
 */
export async function* runLive(
  request: RunStreamRequest,
  serverFor: ServerFor,
  clock: Clock,
  logger: Logger,
  signal: AbortSignal
): AsyncGenerator<Buffer> {
  const channel = liveChannel(request.path);
  const orgId = request.pluginContext?.orgId ?? 0;
  if (!channel || orgId < 1) {
    return;
  }
  let failing = false;
  while (!signal.aborted) {
    const started = clock.now();
    try {
      const server = await serverFor(request.pluginContext, signal);
      const counts = await liveCounts(server, orgId, channel, clock, signal);
      failing = false;
      yield livePacket(clock.now(), counts);
      await clock.sleep(Math.max(second / 10, started + second - clock.now()), signal);
    } catch (cause) {
      if (signal.aborted) {
        return;
      }
      if (!failing) {
        logger.warn('live counts pause', { reason: cause instanceof Error ? cause.message : String(cause) });
      }
      failing = true;
      await clock.sleep(afterFailure, signal);
    }
  }
}
