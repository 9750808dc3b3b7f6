import { dataLayers } from '@grafana/scenes';
import type { Query } from '../contract/query/Query';
import { datasourceRef } from './sceneQuery';

/** The first time each release was seen, as marks on time series. */
export function releaseLayer(datasourceUid: string, filters: Query['filters'] = []): dataLayers.AnnotationsDataLayer {
  const target: Query = { refId: 'releases', kind: 'annotations', of: 'releases', filters };
  return new dataLayers.AnnotationsDataLayer({
    name: 'Releases',
    isEnabled: true,
    query: { name: 'Releases', enable: true, iconColor: 'blue', datasource: datasourceRef(datasourceUid), target },
  });
}
