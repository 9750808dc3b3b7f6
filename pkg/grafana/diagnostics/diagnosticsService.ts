import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import {
  CheckHealthResponse_HealthStatus,
  type CheckHealthRequest,
  type CheckHealthResponse,
  type CollectMetricsRequest,
  type CollectMetricsResponse,
  type DiagnosticsServer,
} from '../generated/backend';
import { unary } from '../grpc/unary';
import type { ServerFor } from '../server/serverFor';
import { checkHealth } from './checkHealth';

/** How the server behind the plugin is, and what it counts. */
export function diagnosticsService(
  serverFor: ServerFor,
  clock: Clock,
  logger: Logger,
  pluginVersion: string
): DiagnosticsServer {
  return {
    checkHealth: unary<CheckHealthRequest, CheckHealthResponse>(logger, async ({ pluginContext }, signal) => {
      const { ok, message, details } = await checkHealth(pluginContext, serverFor, clock, pluginVersion, signal);
      const { OK, ERROR } = CheckHealthResponse_HealthStatus;
      return { status: ok ? OK : ERROR, message, jsonDetails: Buffer.from(JSON.stringify(details)) };
    }),
    // Metrics are Grafana's own scrape, of the plugin and not of a datasource: a server that is away has none.
    collectMetrics: unary<CollectMetricsRequest, CollectMetricsResponse>(logger, async (_request, signal) => {
      const text = await serverFor(undefined, signal).then(
        (server) => server.metrics(),
        () => ''
      );
      return { metrics: { prometheus: Buffer.from(text) } };
    }),
  };
}
