import type { FastifyInstance, FastifyRequest } from 'fastify';
import { originHeader } from '../../../../src/contract/alerting/deliveryWords';
import type { ReceivedAlerts } from '../../../../src/contract/resources/integrations';
import type { ExternalAlerts, KnownIntegration } from '../../../domain/alerting/integrations/ExternalAlerts';
import { NotificationProblem, readNotification } from '../../../domain/alerting/integrations/readNotification';
import type { Clock } from '../../../lib/Clock';
import { HttpProblem } from '../../errors/HttpProblem';
import { clientAddress, limitName } from '../admission/clientAddress';
import type { InFlight } from '../admission/InFlight';
import { TokenBuckets } from '../admission/TokenBuckets';
import { rememberVisit } from '../admission/visits';
import { jsonBodyOf } from '../body/jsonBodyOf';

/** Far more than a system that groups its alerts sends; by integration and, for guesses of tokens, by address. */
const limit = { requests_per_second: 20, burst: 200 };
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface AlertRouteTools {
  externalAlerts: ExternalAlerts;
  clock: Clock;
  inFlight: InFlight;
}

/**
 * `POST /alerts/{integration}`: the webhook of Grafana's or Alertmanager's notifications, answered 200 once its alerts
 * are kept. Who sends is judged before the body is read.
 */
export function addAlertRoutes(app: FastifyInstance, { externalAlerts, clock, inFlight }: AlertRouteTools): void {
  const byAddress = new TokenBuckets();
  const byIntegration = new TokenBuckets(1000);
  const known = new WeakMap<FastifyRequest, KnownIntegration>();

  const take = (buckets: TokenBuckets, name: string): void => {
    const wait = buckets.take(name, limit, clock.now());
    if (wait > 0) {
      throw new HttpProblem(429, 'rate_limited', 'Too many requests: come again later', {
        'retry-after': String(Math.max(1, Math.ceil(wait / 1000))),
      });
    }
  };

  app.addHook('onRequest', async (request, reply) => {
    const visit = inFlight.enter();
    reply.raw.once('close', visit.leave);
    rememberVisit(request, visit);
    take(byAddress, limitName(clientAddress(request.ip)));
    const { integration: id } = request.params as { integration: string };
    const token = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const found = token !== undefined && uuid.test(id) ? await externalAlerts.find(id, token) : undefined;
    if (found === undefined) {
      throw new HttpProblem(
        401,
        'unauthorized',
        'There is no such integration, or the token is not its own: send "Authorization: Bearer <token>"',
        { 'www-authenticate': 'Bearer' }
      );
    }
    take(byIntegration, found.id);
    if (request.headers[originHeader.toLowerCase()] !== undefined) {
      throw new HttpProblem(
        400,
        'loop',
        'This notification comes from a Seamark. An alert that came back would never end: point that webhook elsewhere'
      );
    }
    known.set(request, found);
  });

  app.post('/alerts/:integration', async (request): Promise<ReceivedAlerts> => {
    const integration = known.get(request);
    if (integration === undefined) {
      throw new HttpProblem(401, 'unauthorized', 'Nobody was named');
    }
    const notification = readOrRefuse(await jsonBodyOf(request), integration);
    const reception = await externalAlerts.receive(integration, notification, clock.now());
    return {
      accepted: notification.alerts.length,
      rejected: notification.rejected,
      truncated: notification.truncated,
      ...reception,
    };
  });
}

function readOrRefuse(payload: Record<string, unknown>, { kind }: KnownIntegration) {
  try {
    return readNotification(payload, kind);
  } catch (error) {
    throw error instanceof NotificationProblem ? new HttpProblem(400, 'unreadable', error.message) : error;
  }
}
