import { SupplementaryQueryType, type SupplementaryQueryOptions } from '@grafana/data';
import type { SeamarkQuery } from '../query/SeamarkQuery';

/** How many rows there were over the whole range, to be drawn above the log lines of a query; undefined for others. */
export function logsVolumeQuery(options: SupplementaryQueryOptions, query: SeamarkQuery): SeamarkQuery | undefined {
  if (options.type !== SupplementaryQueryType.LogsVolume || query.format !== 'logs' || query.live || query.hide) {
    return undefined;
  }
  const { groupBy: _groupBy, limit: _limit, ...rows } = query;
  return { ...rows, refId: `volume-${query.refId}`, format: 'time_series', calculation: 'count' };
}
