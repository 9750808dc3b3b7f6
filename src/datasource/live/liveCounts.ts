import {
  LiveChannelScope,
  StreamingFrameAction,
  type DataQueryRequest,
  type DataQueryResponse,
  type LiveChannelAddress,
} from '@grafana/data';
import { getGrafanaLiveSrv } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { liveApp } from './liveApp';

/** Most points a live panel keeps: an hour of one a second. */
const maximumPoints = 3600;

/** What arrives at the server from now on, one point a second, for one app or all of them. */
export function liveCounts(
  datasourceUid: string,
  query: SeamarkQuery,
  request: Pick<DataQueryRequest, 'requestId' | 'range'>
): Observable<DataQueryResponse> {
  const stream = getGrafanaLiveSrv().getDataStream({
    addr: address(datasourceUid, `live/${encodeURIComponent(liveApp(query))}`),
    key: `${request.requestId}.${query.refId}`,
    buffer: {
      action: StreamingFrameAction.Append,
      maxLength: maximumPoints,
      maxDelta: request.range.to.valueOf() - request.range.from.valueOf(),
    },
  });
  return stream.pipe(
    map((response) => ({
      ...response,
      data: response.data.map((frame) => Object.assign(frame, { refId: query.refId })),
    }))
  );
}

/** Grafana before 12.3 reads `namespace`, later ones `stream`. */
function address(uid: string, path: string): LiveChannelAddress {
  return { scope: LiveChannelScope.DataSource, stream: uid, ...{ namespace: uid }, path };
}
