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
import { livePath } from './livePath';

/** Most points a live panel keeps: an hour of one a second. */
const maximumPoints = 3600;

/** Page views, errors and vitals of the last minute, one point a second from now on, for one app or all of them. */
export function liveCounts(
  datasourceUid: string,
  query: SeamarkQuery,
  request: Pick<DataQueryRequest, 'requestId' | 'range'>
): Observable<DataQueryResponse> {
  const stream = getGrafanaLiveSrv().getDataStream({
    addr: address(datasourceUid, livePath(liveApp(query))),
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

/** The channel's address. Grafana 12.3 reads the old name of its second part, later ones the new. */
function address(uid: string, path: string): LiveChannelAddress {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  return { scope: LiveChannelScope.DataSource, stream: uid, namespace: uid, path };
}
