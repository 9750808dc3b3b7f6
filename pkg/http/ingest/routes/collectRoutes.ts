import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Receiver } from '../../../domain/ingest/createReceiver';
import { HttpProblem } from '../../errors/HttpProblem';
import { answerOf } from '../answerOf';
import { looksLikeFaro, receive, type ReceivingTools } from './receive';

/** `POST /collect` and `/collect/{appKey}`: Faro payloads, answered 202 once they are stored. */
export function addCollectRoutes(app: FastifyInstance, tools: ReceivingTools, receiver: Receiver): void {
  const collect = async (request: FastifyRequest, reply: FastifyReply) => {
    const batch = await receive(tools, request, (payload, reception) => {
      if (!looksLikeFaro(payload)) {
        throw new HttpProblem(
          400,
          'unreadable',
          'The body has none of meta, events, exceptions, logs, measurements, traces'
        );
      }
      return receiver.faro(payload, reception);
    });
    if (batch.sessionInvalid) {
      reply.header('x-faro-session-status', 'invalid');
    }
    return reply.code(202).send(answerOf(batch));
  };
  app.post('/collect', collect);
  app.post('/collect/:appKey', collect);
}
