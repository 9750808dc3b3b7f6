import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Batch } from '../../../domain/ingest/Batch';
import type { Receiver } from '../../../domain/ingest/createReceiver';
import type { JsonObject } from '../../../domain/ingest/JsonObject';
import { looksLikeOtlp } from '../../../domain/ingest/otlp/OtlpGroup';
import type { OtlpSignal } from '../../../domain/ingest/otlp/OtlpSignal';
import { protobufAnswer, readProtobuf } from '../../../domain/ingest/otlp/readProtobuf';
import { HttpProblem } from '../../errors/HttpProblem';
import { admittedApp } from '../admission/admittedApp';
import { bodyText } from '../body/bodyText';
import { parseJson } from '../body/parseJson';
import { receiveData, receptionOf, type ReceivingTools } from './receive';

const protobufTypes = new Set(['application/x-protobuf', 'application/protobuf']);
/** What a signal's items are called where the answer counts refused ones. */
const rejectedNames: Readonly<Record<OtlpSignal, string>> = {
  logs: 'rejectedLogRecords',
  traces: 'rejectedSpans',
  metrics: 'rejectedDataPoints',
};
const mostReasons = 10;

/** `POST /v1/{logs,traces,metrics}`: OTLP/HTTP as JSON or protobuf, answered 200 in the same encoding once it is stored. */
export function addOtlpRoutes(app: FastifyInstance, tools: ReceivingTools, receiver: Receiver): void {
  for (const signal of ['logs', 'traces', 'metrics'] as const) {
    app.post(`/v1/${signal}`, async (request, reply) => {
      const isProtobuf = protobufTypes.has(mediaType(request));
      const batch = await receiveData(tools, request, (data) => {
        const { payload, identity } = isProtobuf ? fromProtobuf(signal, data) : fromJson(signal, data, request);
        return receiver.otlp(signal, payload, receptionOf(tools, request, admittedApp(request), identity));
      });
      return isProtobuf ? answerProtobuf(reply, batch) : answerJson(reply, signal, batch);
    });
  }
}

function mediaType(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function fromProtobuf(signal: OtlpSignal, data: Buffer): { payload: JsonObject; identity: string } {
  const payload = readProtobuf(signal, data);
  if (payload === undefined) {
    throw new HttpProblem(400, 'unreadable', `The body is no OTLP ${signal} request in protobuf`);
  }
  return { payload, identity: data.toString('latin1') };
}

function fromJson(
  signal: OtlpSignal,
  data: Buffer,
  request: FastifyRequest
): { payload: JsonObject; identity: string } {
  const identity = bodyText(data, request.headers['content-type']);
  const payload = parseJson(identity);
  if (!looksLikeOtlp(signal, payload)) {
    throw new HttpProblem(400, 'unreadable', `The body is no OTLP ${signal} request`);
  }
  return { payload, identity };
}

function answerJson(reply: FastifyReply, signal: OtlpSignal, batch: Batch): FastifyReply {
  const message = messageOf(batch);
  const rejected = batch.rejectedCount;
  return reply.code(200).send({
    partialSuccess: message === '' ? {} : { [rejectedNames[signal]]: String(rejected), errorMessage: message },
  });
}

function answerProtobuf(reply: FastifyReply, batch: Batch): FastifyReply {
  return reply
    .code(200)
    .type('application/x-protobuf')
    .send(protobufAnswer(batch.rejectedCount, messageOf(batch)));
}

/** Why items were refused, and how many were left out on purpose; empty when all were stored. */
function messageOf({ rejected, dropped }: Batch): string {
  const reasons = rejected.slice(0, mostReasons).map(({ index, reason }) => `${index}: ${reason}`);
  const more = rejected.length > mostReasons ? [`and ${rejected.length - mostReasons} more`] : [];
  const left = Object.entries(dropped).map(([reason, count]) => `${count} left out: ${reason}`);
  return [...reasons, ...more, ...left].join('; ');
}
