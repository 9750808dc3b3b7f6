import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Receiver } from '../../../domain/ingest/createReceiver';
import type { KeyedApp } from '../../../domain/ingest/KeyedApp';
import { readEnvelope, type Envelope } from '../../../domain/ingest/sentry/readEnvelope';
import { HttpProblem } from '../../errors/HttpProblem';
import type { Admission } from '../admission/Admission';
import { admit, admitRequests } from '../admission/admitRequests';
import { knownApp } from '../admission/admittedApp';
import type { InFlight } from '../admission/InFlight';
import { envelopeBody } from '../body/bodyText';
import { keyOfDsn, sentryKey } from '../admission/sentryKey';
import { answerOf } from '../answerOf';
import { receiveData, receptionOf, type ReceivingTools } from './receive';

export interface SentryTools extends ReceivingTools {
  admission: Admission;
  inFlight: InFlight;
}

/**
 * `POST /api/{projectId}/envelope/`: Sentry envelopes, answered 200 with the event's id once they are stored. A refusal
 * says in Sentry's own header how long all categories must wait, so that SDKs stop sending.
 */
export function addSentryRoutes(app: FastifyInstance, tools: SentryTools, receiver: Receiver): void {
  admitRequests(app, tools.admission, tools.inFlight, (request) => {
    const key = sentryKey(request);
    return key === undefined ? 'later' : { key };
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    const wait = reply.getHeader('retry-after');
    if (reply.statusCode === 429 && wait !== undefined) {
      reply.header('x-sentry-rate-limits', `${String(wait)}::key:rate_limited`);
    }
    done(null, payload);
  });
  const take = async (request: FastifyRequest) => {
    let id: unknown;
    const batch = await receiveData(tools, request, async (data) => {
      const envelope = readEnvelope(envelopeBody(data, request.headers['content-type']));
      if (envelope === undefined) {
        throw new HttpProblem(400, 'unreadable', 'The first line of an envelope must be a JSON object');
      }
      id = envelope.header.event_id ?? envelope.items.find(({ payload }) => payload?.event_id)?.payload?.event_id;
      const keyed = await appOf(tools.admission, request, envelope);
      return receiver.sentry(envelope, receptionOf(tools, request, keyed, envelope.content));
    });
    const { rejected, dropped } = answerOf(batch);
    return {
      id: typeof id === 'string' ? id.slice(0, 64) : null,
      ...(rejected.length > 0 ? { rejected } : {}),
      ...(Object.keys(dropped).length > 0 ? { dropped } : {}),
    };
  };
  app.post('/api/:projectId/envelope', take);
  app.post('/api/:projectId/envelope/', take);
}

/** The app of the key, which must have the number that the address names. */
async function appOf(admission: Admission, request: FastifyRequest, envelope: Envelope): Promise<KeyedApp> {
  const app = knownApp(request) ?? (await admit(admission, request, keyOfDsn(envelope.header.dsn)));
  const { projectId } = request.params as { projectId: string };
  if (projectId !== String(app.number)) {
    throw new HttpProblem(401, 'unauthorized', 'The key belongs to another app than the project id of the address');
  }
  return app;
}
