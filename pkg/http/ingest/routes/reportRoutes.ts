import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Receiver } from '../../../domain/ingest/createReceiver';
import { admittedApp } from '../admission/admittedApp';
import { answerOf } from '../answerOf';
import { bodyText } from '../body/bodyText';
import { parseJson } from '../body/parseJson';
import { receiveData, receptionOf, type ReceivingTools } from './receive';

/** `POST /reports/{appKey}`: the browsers' Reporting API, answered 202 once the reports are stored. */
export function addReportRoutes(app: FastifyInstance, tools: ReceivingTools, receiver: Receiver): void {
  app.post('/reports/:appKey', async (request: FastifyRequest, reply: FastifyReply) => {
    const batch = await receiveData(tools, request, (data) => {
      const text = bodyText(data, request.headers['content-type']);
      const isList = text.trimStart().startsWith('[');
      const payload = isList ? parseJson(`{"reports":${text}}`).reports : parseJson(text);
      return receiver.reports(payload, receptionOf(tools, request, admittedApp(request), text));
    });
    return reply.code(202).send(answerOf(batch));
  });
}
