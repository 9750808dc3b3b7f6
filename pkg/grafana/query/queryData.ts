import { arrowMediaType } from '../../../src/contract/query/QueryResponse';
import { apiPrefix, routes } from '../../../src/contract/routes';
import type { Clock } from '../../lib/Clock';
import { callerOf } from '../caller/callerOf';
import { httpHeader } from '../caller/httpHeader';
import { seesPersonal } from '../caller/seesPersonal';
import type { DataResponse, QueryDataRequest, QueryDataResponse } from '../generated/backend';
import { asCaller, type Spokesman } from '../server/asCaller';
import { messageOf } from '../server/messageOf';
import { problemOf } from '../server/problemOf';
import { readBody } from '../server/readBody';
import type { SeamarkServer } from '../server/SeamarkServer';
import type { ServerFor } from '../server/serverFor';
import { dataResponses, failedResponse } from './dataResponses';
import { queryBodies, type QueryBody } from './queryBodies';

/**
 * Answers the queries of panels, Explore, alert rules and public dashboards. The role in the context proves nothing here:
 * without an identity token that fits, a query is asked as a Viewer. What fails costs the queries it concerns, each with
 * its own message.
 */
export async function queryData(
  request: QueryDataRequest,
  serverFor: ServerFor,
  clock: Clock,
  signal: AbortSignal
): Promise<QueryDataResponse> {
  const caller = callerOf(request.pluginContext);
  const all = (response: DataResponse) => ({
    responses: Object.fromEntries(request.queries.map(({ refId }) => [refId, response])),
  });
  if (!caller) {
    return all(failedResponse(403, 'Your role in this organisation may not query Seamark; ask an administrator.'));
  }
  const personal = seesPersonal(caller, httpHeader(request.headers, 'X-Grafana-Id'), clock.now());
  // Never more than the question needs: personal fields are an Editor's.
  const spokesman: Spokesman = { ...caller, role: personal ? 'Editor' : 'Viewer', seesPersonal: personal };
  let server: SeamarkServer;
  try {
    server = await serverFor(request.pluginContext, signal);
  } catch (cause) {
    return all(failedResponse(503, messageOf(cause)));
  }
  const { bodies, unreadable } = queryBodies(request.queries);
  const answered = await Promise.all(bodies.map((body) => ask(body, server, spokesman, clock, signal)));
  const refused = [...unreadable].map(([refId, reason]) => [refId, failedResponse(400, reason)] as const);
  return { responses: Object.fromEntries([...refused, ...answered.flat()]) };
}

async function ask(
  { refIds, body }: QueryBody,
  server: SeamarkServer,
  spokesman: Spokesman,
  clock: Clock,
  signal: AbortSignal
): Promise<Array<[string, DataResponse]>> {
  const failed = (status: number, message: string): Array<[string, DataResponse]> =>
    refIds.map((refId) => [refId, failedResponse(status, message)]);
  try {
    const answer = await asCaller(server, spokesman, clock, {
      method: routes.query.method,
      url: `${apiPrefix}${routes.query.path}`,
      headers: { 'content-type': 'application/json', accept: arrowMediaType },
      body: Buffer.from(JSON.stringify(body)),
      signal,
    });
    const bytes = await readBody(answer);
    if (answer.status === 401 || answer.status === 403) {
      return failed(403, 'The Seamark server refused the plugin’s token; check the token in the settings.');
    }
    if (answer.status !== 200) {
      return failed(answer.status, problemOf(bytes) ?? `The Seamark server answered with status ${answer.status}.`);
    }
    return dataResponses(bytes, refIds);
  } catch (cause) {
    return failed(502, messageOf(cause));
  }
}
