import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { createReceiver } from '../../domain/ingest/createReceiver';
import { FirstArrivals } from '../../domain/ingest/FirstArrivals';
import { DeviceReader } from '../../domain/ingest/page/DeviceReader';
import { second } from '../../lib/duration';
import { problemOptions, setProblemHandlers } from '../errors/problemHandlers';
import { Admission } from './admission/Admission';
import { AddressLimit } from './admission/AddressLimit';
import { admitRequests } from './admission/admitRequests';
import { InFlight } from './admission/InFlight';
import { limitConnections } from './admission/limitConnections';
import { refuseWhileClosing } from './admission/refuseWhileClosing';
import { visitOf } from './admission/visits';
import { wireLimit } from './body/limits';
import { readBody } from './body/readBody';
import { setCorsHeaders } from './corsHeaders';
import type { IngestDependencies } from './IngestDependencies';
import { IngestMetrics } from './IngestMetrics';
import { judgement } from './judgement';
import { addPrivacyRoutes } from './privacy/privacyRoutes';
import { addAlertRoutes } from './routes/alertRoutes';
import { addCollectRoutes } from './routes/collectRoutes';
import { addHealthRoutes } from './routes/healthRoutes';
import { addHeartbeatRoutes } from './routes/heartbeatRoutes';
import { addOtlpRoutes } from './routes/otlpRoutes';
import { addPlainRoutes } from './routes/plainRoutes';
import { addReportRoutes } from './routes/reportRoutes';
import { addSentryRoutes } from './routes/sentryRoutes';
import { addStatusRoutes } from './status/statusRoutes';

/**
 * The public listener, not yet listening: it takes data in and manages nothing. Bodies are read only from those whom
 * their key, origin and limits admit, and answered only when their rows are stored.
 */
export function createIngestApp(deps: IngestDependencies): FastifyInstance {
  const { clock, config, registry, logger } = deps;
  const app = Fastify({
    ...problemOptions,
    bodyLimit: wireLimit,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // A body may take its time on a bad line, but not for ever.
    requestTimeout: 30 * second,
    keepAliveTimeout: 72 * second,
    http: { headersTimeout: 10 * second, connectionsCheckingInterval: 2 * second, maxHeaderSize: 16_384 },
    return503OnClosing: false,
    requestIdHeader: false,
    exposeHeadRoutes: false,
  });
  limitConnections(app.server, config.trustedProxies);
  const inFlight = new InFlight();
  const metrics = new IngestMetrics(registry, () => inFlight.count);
  setProblemHandlers(app, logger);
  setCorsHeaders(app);
  refuseWhileClosing(app);
  // Types are judged after decompression: a beacon's type says little.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
    readBody(payload, request.routeOptions.bodyLimit ?? wireLimit, (bytes) => visitOf(request)?.grow(bytes))
  );
  app.addHook('onResponse', (request, reply, done) => {
    metrics.countAnswer(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / second);
    done();
  });
  addHealthRoutes(app, deps.ready);
  addPrivacyRoutes(app);
  const limit = new AddressLimit(clock);
  addStatusRoutes(app, { source: deps.publicStatus, limit, clock });
  addHeartbeatRoutes(app, { heartbeats: deps.heartbeats, limit });
  const receiver = createReceiver(
    {
      judgement,
      devices: new DeviceReader(),
      arrivals: new FirstArrivals(),
      countryOf: (address) => deps.countries?.countryOf(address),
    },
    deps.identity,
    deps.sessions,
    deps.paths
  );
  const admission = new Admission(deps.keys, clock, (appId) => deps.writer.checkRoom(appId));
  const tools = { writer: deps.writer, clock, metrics };
  void app.register(async (routes) => {
    admitRequests(routes, admission, inFlight);
    addCollectRoutes(routes, tools, receiver);
    addPlainRoutes(routes, tools, receiver);
    addOtlpRoutes(routes, tools, receiver);
    addReportRoutes(routes, tools, receiver);
  });
  void app.register(async (routes) => addSentryRoutes(routes, { ...tools, admission, inFlight }, receiver));
  void app.register(async (routes) => addAlertRoutes(routes, { externalAlerts: deps.externalAlerts, clock, inFlight }));
  return app;
}
