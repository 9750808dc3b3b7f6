import type { QueryRequest } from '../../../src/contract/query/Query';
import type { QueryResponse } from '../../../src/contract/query/QueryResponse';
import { apiPrefix, routes } from '../../../src/contract/routes';
import type { Clock } from '../../lib/Clock';
import { minute } from '../../lib/duration';
import { OperatorError } from '../../lib/OperatorError';
import { asCaller } from '../server/asCaller';
import { readBody } from '../server/readBody';
import type { SeamarkServer } from '../server/SeamarkServer';
import type { LiveChannel } from './liveChannel';

/** What arrived in the last minute. */
export interface LiveCounts {
  page_views: number;
  errors: number;
  vitals: number;
}

/** Counts by the queries that any panel could ask, as a Viewer of the organisation. */
export async function liveCounts(
  server: SeamarkServer,
  orgId: number,
  { app }: LiveChannel,
  clock: Clock,
  signal: AbortSignal
): Promise<LiveCounts> {
  const now = clock.now();
  const ofApp = app === undefined ? [] : [{ field: 'app', operator: '=', value: app }];
  const count = (refId: keyof LiveCounts, kind: string, filters: readonly object[] = []) => ({
    refId,
    kind,
    calculation: 'count',
    format: 'table',
    filters: [...ofApp, ...filters],
  });
  const request: QueryRequest = {
    from: new Date(now - minute).toISOString(),
    to: new Date(now).toISOString(),
    queries: [
      count('page_views', 'events', [{ field: 'event_type', operator: '=', value: 'page_view' }]),
      count('errors', 'errors'),
      count('vitals', 'performance'),
    ],
  };
  const answer = await asCaller(server, { orgId, login: 'live', role: 'Viewer', seesPersonal: false }, clock, {
    method: routes.query.method,
    url: `${apiPrefix}${routes.query.path}`,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
    signal,
  });
  const body = await readBody(answer);
  if (answer.status !== 200) {
    throw new OperatorError(`The Seamark server answered a live count with status ${answer.status}.`);
  }
  const { results } = JSON.parse(body.toString()) as QueryResponse;
  return {
    page_views: lastNumber(results['page_views']),
    errors: lastNumber(results['errors']),
    vitals: lastNumber(results['vitals']),
  };
}

/** The value of a table of one row: its last column, 0 where nothing was counted. */
function lastNumber(result: QueryResponse['results'][string] | undefined): number {
  if (!result || result.error !== undefined) {
    throw new OperatorError(result?.error ?? 'The Seamark server left out a live count.');
  }
  const value = result.frames[0]?.data.values.at(-1)?.[0];
  return typeof value === 'number' ? value : 0;
}
