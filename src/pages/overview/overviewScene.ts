import { EmbeddedScene, SceneFlexLayout } from '@grafana/scenes';
import { queryRunner } from '../../api/sceneQuery';
import { gridRow } from '../../components/gridRow';
import type { PageFrame } from '../../components/PageFrame';
import { errorsOverTime } from './errorPanels';
import { newErrors, openAlerts } from './listPanels';
import { OverviewBody } from './OverviewBody';
import { vitalsQueries } from './overviewQueries';
import { slowestPagesTable, topPagesTable } from './pageTables';
import { tiles } from './tiles';
import { VitalsStrip } from './VitalsStrip';

/** Overview: how the apps are doing, on one screen. */
export function overviewScene(datasourceUid: string, frame: PageFrame): EmbeddedScene {
  const content = new SceneFlexLayout({
    direction: 'column',
    children: [
      gridRow(220, '140px', tiles(datasourceUid)),
      gridRow(320, 'auto', [new VitalsStrip({ $data: queryRunner(datasourceUid, vitalsQueries) })]),
      gridRow(460, '320px', [openAlerts(datasourceUid), newErrors(datasourceUid)]),
      gridRow(460, '240px', [errorsOverTime(datasourceUid)]),
      gridRow(460, '400px', [slowestPagesTable(datasourceUid), topPagesTable(datasourceUid)]),
    ],
  });
  return new EmbeddedScene({
    $timeRange: frame.$timeRange,
    $variables: frame.$variables,
    controls: frame.controls(),
    body: new OverviewBody({ content, datasourceUid }),
  });
}
