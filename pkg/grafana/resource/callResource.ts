import type { Clock } from '../../lib/Clock';
import { callerOf } from '../caller/callerOf';
import type { CallResourceRequest, CallResourceResponse } from '../generated/backend';
import { asCaller } from '../server/asCaller';
import { problemBody } from '../server/problemOf';
import type { ServerFor } from '../server/serverFor';
import { requestHeaders, responseHeaders } from './resourceHeaders';
import { resourceUrl } from './resourceUrl';

/** Large bodies go out in pieces of this many bytes, so that none has to fit into one message. */
const pieceSize = 1024 * 1024;

const json = { 'content-type': { values: ['application/json; charset=utf-8'] } };

/** Rights by role that a person has on resources: Grafana lets alert rules and public dashboards call none. */
const mayShowPersonal = { Viewer: false, Editor: true, Admin: true } as const;

/**
 * Answers a resource call from the management routes, as the person whom Grafana names. Yields the status and headers
 * with the first piece of the body, then the rest of it. Rejects with NotReady or OperatorError.
 */
export async function* callResource(
  request: CallResourceRequest,
  serverFor: ServerFor,
  clock: Clock,
  signal: AbortSignal
): AsyncGenerator<CallResourceResponse> {
  const caller = callerOf(request.pluginContext);
  if (!caller) {
    yield refusal(403, 'forbidden', 'Your role in this organisation may not use Seamark; ask an administrator.');
    return;
  }
  const url = resourceUrl(request.path, request.url);
  if (url === undefined) {
    yield refusal(400, 'bad_path', 'The path must be made of plain segments, without "." and ".." and empty ones.');
    return;
  }
  const server = await serverFor(request.pluginContext, signal);
  const answer = await asCaller(server, { ...caller, seesPersonal: mayShowPersonal[caller.role] }, clock, {
    method: request.method,
    url,
    headers: requestHeaders(request.headers),
    body: request.body,
    signal,
  });
  if (answer.status === 401) {
    // Grafana's client repeats a 401; and it is not the person who is unknown, but the plugin.
    yield refusal(403, 'token_refused', 'The Seamark server refused the token it was given; check the token.');
    return;
  }
  let head: Pick<CallResourceResponse, 'code' | 'headers'> = {
    code: answer.status,
    headers: responseHeaders(answer.headers),
  };
  for await (const body of pieces(answer.body)) {
    yield { ...head, body };
    head = { code: answer.status, headers: {} };
  }
}

function refusal(code: number, name: string, message: string): CallResourceResponse {
  return { code, headers: json, body: problemBody(name, message) };
}

/** At least one piece, maybe empty. */
async function* pieces(body: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let any = false;
  for await (const chunk of body instanceof Uint8Array ? [body] : body) {
    for (let start = 0; start < chunk.byteLength; start += pieceSize) {
      any = true;
      yield Buffer.from(chunk.buffer, chunk.byteOffset + start, Math.min(pieceSize, chunk.byteLength - start));
    }
  }
  if (!any) {
    yield Buffer.alloc(0);
  }
}
