import { SceneDataLayerSet } from '@grafana/scenes';
import { releaseLayer } from '../../api/releaseLayer';
import { releaseFilters } from './vitalQueries';

/** The first time each release was seen, as marks on the time series; a switch among the controls hides them. */
export function releaseMarks(datasourceUid: string): SceneDataLayerSet {
  return new SceneDataLayerSet({ name: 'Releases', layers: [releaseLayer(datasourceUid, releaseFilters)] });
}
