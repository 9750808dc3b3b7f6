import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Receiver } from '../../../domain/ingest/createReceiver';
import { mostPlainItems } from '../../../domain/ingest/plain/mapPlain';
import { HttpProblem } from '../../errors/HttpProblem';
import { answerOf } from '../answerOf';
import { itemsOf, receive, type ReceivingTools } from './receive';

/** `POST /api/v1/events` and `/api/v1/events/{appKey}`: the plain batch, answered 200 once it is stored. */
export function addPlainRoutes(app: FastifyInstance, tools: ReceivingTools, receiver: Receiver): void {
  const take = async (request: FastifyRequest, reply: FastifyReply) => {
    const batch = await receive(tools, request, (payload, reception) => {
      const items = itemsOf(payload);
      if (items.length > mostPlainItems) {
        throw new HttpProblem(413, 'too_large', `A batch holds at most ${mostPlainItems} items`);
      }
      return receiver.plain(payload, items, reception);
    });
    return reply.code(200).send(answerOf(batch));
  };
  app.post('/api/v1/events', take);
  app.post('/api/v1/events/:appKey', take);
}
