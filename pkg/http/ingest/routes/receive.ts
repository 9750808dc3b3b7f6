import type { FastifyRequest } from 'fastify';
import type { Batch } from '../../../domain/ingest/Batch';
import { isJsonObject, type JsonObject } from '../../../domain/ingest/JsonObject';
import type { KeyedApp } from '../../../domain/ingest/KeyedApp';
import type { Reception } from '../../../domain/ingest/Reception';
import type { RowWriter } from '../../../domain/ingest/RowWriter';
import type { Clock } from '../../../lib/Clock';
import { joinClientHints } from '../../../domain/ingest/page/clientHints';
import { HttpProblem } from '../../errors/HttpProblem';
import { clientAddress } from '../admission/clientAddress';
import { admittedApp } from '../admission/admittedApp';
import { bodyText } from '../body/bodyText';
import { decompress } from '../body/decompress';
import { parseJson } from '../body/parseJson';
import type { IngestMetrics } from '../IngestMetrics';
import { hasOptedOut } from '../privacy/optOutCookie';

const longestHeader = 1024;

/** What every route that takes data in needs. */
export interface ReceivingTools {
  writer: RowWriter;
  clock: Clock;
  metrics: IngestMetrics;
}

/**
 * Reads a request's body as JSON, lets `map` make rows of it, and resolves once they are stored. Throws HttpProblem for
 * bodies that cannot be read, StoreAway when they cannot be stored.
 */
export function receive(
  tools: ReceivingTools,
  request: FastifyRequest,
  map: (payload: JsonObject, reception: Reception) => Promise<Batch>
): Promise<Batch> {
  return receiveData(tools, request, (data) => {
    const body = bodyText(data, request.headers['content-type']);
    return map(parseJson(body), receptionOf(tools, request, admittedApp(request), body));
  });
}

/** The same for a body of any form, which `map` reads. */
export async function receiveData(
  tools: ReceivingTools,
  request: FastifyRequest,
  map: (data: Buffer) => Promise<Batch>
): Promise<Batch> {
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
    throw new HttpProblem(400, 'unreadable', 'The body is empty');
  }
  const encoding = request.headers['content-encoding'];
  const data = encoding === undefined ? request.body : await decompress(request.body, encoding);
  tools.metrics.countBody(data.length);
  const batch = await map(data);
  if (!batch.isEmpty) {
    batch.refuse(await tools.writer.write(batch.takeRows()));
  }
  tools.metrics.countBatch(batch);
  return batch;
}

/** What is known of a request beside its parsed body; `body` is the text whose hash names its items. */
export function receptionOf(tools: ReceivingTools, request: FastifyRequest, app: KeyedApp, body: string): Reception {
  const { headers } = request;
  const optedOut = hasOptedOut(headers.cookie);
  return {
    app,
    receivedAt: tools.clock.now(),
    body,
    address: clientAddress(request.ip),
    userAgent: headers['user-agent']?.slice(0, longestHeader),
    clientHints: joinClientHints(headers),
    sessionId: header(request, 'x-faro-session-id'),
    // An opt-out on the privacy page outweighs whatever a site says its visitor chose.
    consent: optedOut ? 'denied' : header(request, 'x-seamark-consent'),
    hasOptedOut: optedOut,
    doNotTrack: headers.dnt === '1',
    globalPrivacyControl: headers['sec-gpc'] === '1',
  };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value.slice(0, longestHeader) : undefined;
}

/** The list under `items`. */
export function itemsOf(payload: JsonObject): readonly unknown[] {
  const { items } = payload;
  if (!Array.isArray(items)) {
    throw new HttpProblem(400, 'unreadable', 'The body must be {"items":[…]}');
  }
  return items;
}

/** Whether a payload has any part that Faro knows. */
export function looksLikeFaro(payload: JsonObject): boolean {
  return ['meta', 'events', 'exceptions', 'logs', 'measurements', 'traces'].some(
    (key) => Array.isArray(payload[key]) || isJsonObject(payload[key])
  );
}
