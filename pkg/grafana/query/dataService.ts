import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import type { DataServer, QueryDataRequest, QueryDataResponse } from '../generated/backend';
import { unary } from '../grpc/unary';
import type { ServerFor } from '../server/serverFor';
import { queryData } from './queryData';

/** The queries of panels, Explore, alert rules and public dashboards. */
export function dataService(serverFor: ServerFor, clock: Clock, logger: Logger): DataServer {
  return {
    queryData: unary<QueryDataRequest, QueryDataResponse>(logger, (request, signal) =>
      queryData(request, serverFor, clock, signal)
    ),
  };
}
