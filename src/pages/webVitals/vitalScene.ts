import { EmbeddedScene, SceneDataLayerControls, SceneFlexLayout, type SceneFlexItem } from '@grafana/scenes';
import { queryRunner } from '../../api/sceneQuery';
import { fillingRow, gridRow } from '../../components/gridRow';
import type { PageFrame } from '../../components/PageFrame';
import { webVitals, type WebVital } from '../../contract/webVitals';
import { attributes } from './attribution';
import { attributeTable, breakdownTable } from './breakdownTable';
import { MetricSummary } from './MetricSummary';
import { phaseQueries, phases } from './phases';
import { PhasesPanel } from './PhasesPanel';
import { releaseMarks } from './releaseMarks';
import { p75OverTime, ratingsOverTime } from './seriesPanels';
import { summaryQueries } from './vitalQueries';

const overTime = (datasourceUid: string, metric: WebVital, beside: readonly WebVital[]) => [
  gridRow(320, 'auto', [
    new MetricSummary({ metric, $data: queryRunner(datasourceUid, summaryQueries(metric, beside)) }),
  ]),
  gridRow(460, '320px', [p75OverTime(datasourceUid, metric), ratingsOverTime(datasourceUid, metric)]),
];

/** The tab of one vital: over time, and where it is good or poor. */
export function vitalScene(datasourceUid: string, metric: WebVital, frame: PageFrame): EmbeddedScene {
  return framed(datasourceUid, frame, [
    ...overTime(datasourceUid, metric, webVitals),
    gridRow(320, '420px', [breakdownTable(datasourceUid, metric)]),
  ]);
}

/** One vital on one page (the variable `page`): over time, and what browsers say about why. */
export function vitalDetailScene(datasourceUid: string, metric: WebVital, frame: PageFrame): EmbeddedScene {
  return framed(datasourceUid, frame, [
    ...overTime(datasourceUid, metric, []),
    fillingRow(400, 320, [
      ...(phases[metric].length > 0
        ? [new PhasesPanel({ metric, $data: queryRunner(datasourceUid, phaseQueries(metric)) })]
        : []),
      ...attributes[metric].map((attribute) => attributeTable(datasourceUid, metric, attribute)),
      breakdownTable(datasourceUid, metric),
    ]),
  ]);
}

function framed(datasourceUid: string, frame: PageFrame, rows: SceneFlexItem[]): EmbeddedScene {
  return new EmbeddedScene({
    $timeRange: frame.$timeRange,
    $variables: frame.$variables,
    $data: releaseMarks(datasourceUid),
    controls: [new SceneDataLayerControls(), ...frame.controls()],
    body: new SceneFlexLayout({ direction: 'column', children: rows }),
  });
}
