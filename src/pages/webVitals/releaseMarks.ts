import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';
import { datasourceRef } from '../../api/sceneQuery';
import { releaseMarksQuery } from './vitalQueries';

/** The first time each release was seen, as marks on the time series; a switch among the controls hides them. */
export function releaseMarks(datasourceUid: string): SceneDataLayerSet {
  return new SceneDataLayerSet({
    name: 'Releases',
    layers: [
      new dataLayers.AnnotationsDataLayer({
        name: 'Releases',
        isEnabled: true,
        query: {
          name: 'Releases',
          enable: true,
          iconColor: 'blue',
          datasource: datasourceRef(datasourceUid),
          target: releaseMarksQuery,
        },
      }),
    ],
  });
}
