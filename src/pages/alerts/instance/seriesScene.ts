import { dateTime, FieldType, ThresholdsMode } from '@grafana/data';
import {
  EmbeddedScene,
  PanelBuilders,
  SceneDataLayerSet,
  SceneFlexLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
} from '@grafana/scenes';
import { GraphThresholdsStyleMode, VisibilityMode } from '@grafana/schema';
import { releaseLayer } from '../../../api/releaseLayer';
import { queryRunner } from '../../../api/sceneQuery';
import { gridRow } from '../../../components/gridRow';
import { describeMeasure } from '../../../contract/query/describeDataQuery';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { Around } from './aroundAlert';
import { FiringSpan } from './FiringSpan';
import type { AlertSeries } from './seriesOf';

/** Grafana's names of units; others come with the data. */
const units: Partial<Record<string, string>> = { 'per minute': 'cpm', ratio: 'percentunit' };

/** The series that a rule looked at, with its limit, the time in which the alert was open, and releases. */
export function seriesScene(
  datasourceUid: string,
  series: AlertSeries,
  alert: Pick<AlertInstanceDetail, 'created_at' | 'resolved_at' | 'title' | 'labels'>,
  { from, to }: Around
): EmbeddedScene {
  const app = alert.labels.app;
  const ofApp = app === undefined ? [] : [{ field: 'app', operator: '=' as const, value: app }];
  const panel = PanelBuilders.timeseries()
    .setTitle(capitalised(describeMeasure(series.query)))
    .setDescription(
      ['The shaded time is that of the alert, the red line its limit.', series.note].filter(Boolean).join(' ')
    )
    .setData(queryRunner(datasourceUid, [series.query], { maxDataPoints: 200, minInterval: `${series.pointSeconds}s` }))
    .setCustomFieldConfig('lineWidth', 2)
    .setCustomFieldConfig('spanNulls', false)
    // One point between two gaps makes no line.
    .setCustomFieldConfig('showPoints', VisibilityMode.Always)
    .setCustomFieldConfig('pointSize', 4)
    .setColor({ mode: 'fixed', fixedColor: 'blue' })
    .setOption('legend', { showLegend: series.query.groupBy !== undefined })
    .setOverrides((overrides) => {
      const values = overrides.matchFieldsByType(FieldType.number);
      const unit = series.unit && units[series.unit];
      if (unit !== undefined) {
        values.overrideUnit(unit);
      }
      if (series.limit !== null) {
        // The data come with limits of their own where it is a web vital; here the rule's counts.
        const { value, isUpper } = series.limit;
        values
          .overrideThresholds({
            mode: ThresholdsMode.Absolute,
            steps: [
              { value: -Infinity, color: isUpper ? 'transparent' : 'red' },
              { value, color: isUpper ? 'red' : 'transparent' },
            ],
          })
          .overrideCustomFieldConfig('thresholdsStyle', { mode: GraphThresholdsStyleMode.Line })
          .overrideCustomFieldConfig(isUpper ? 'axisSoftMax' : 'axisSoftMin', value);
      }
      if (series.query.groupBy !== undefined) {
        values.overrideColor({ mode: 'palette-classic' });
      }
    })
    .setMin(series.limit !== null && series.limit.value < 0 ? undefined : 0)
    .build();
  return new EmbeddedScene({
    // What still fires goes on: so does its chart.
    $timeRange: new SceneTimeRange({ from: iso(from), to: alert.resolved_at === null ? 'now' : iso(to) }),
    controls: [
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true, refresh: alert.resolved_at === null ? '30s' : '' }),
    ],
    $data: new SceneDataLayerSet({
      layers: [
        new FiringSpan({
          name: 'Alert',
          opened: Date.parse(alert.created_at),
          resolved: alert.resolved_at === null ? null : Date.parse(alert.resolved_at),
          title: alert.title,
        }),
        releaseLayer(datasourceUid, ofApp),
      ],
    }),
    body: new SceneFlexLayout({ direction: 'column', children: [gridRow(320, '280px', [panel])] }),
  });
}

function iso(time: number): string {
  return dateTime(time).toISOString();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
