import {
  EmbeddedScene,
  PanelBuilders,
  SceneControlsSpacer,
  SceneFlexLayout,
  type SceneFlexItem,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
} from '@grafana/scenes';
import { GraphDrawStyle, StackingMode, TooltipDisplayMode, VisibilityMode } from '@grafana/schema';
import { queryRunner } from '../../api/sceneQuery';
import { gridRow } from '../../components/gridRow';
import { historyPoints, historyQueries } from '../../contract/health/historyQueries';
import type { Filter } from '../../contract/query/Query';

const statusColours = { healthy: 'green', degraded: 'orange', down: 'red' };

/**
 * How a service was over a time that a person chooses, up to the two years that trends are kept.
 * @param more rows below, for what else is to be seen of that time
 */
export function historyScene(
  datasourceUid: string,
  filters: Filter[],
  more: readonly SceneFlexItem[] = []
): EmbeddedScene {
  const { status, p50, p95 } = historyQueries(filters);
  const options = { maxDataPoints: historyPoints, minInterval: '60s' };
  const statuses = PanelBuilders.timeseries()
    .setTitle('Results by status')
    .setDescription('Results in each interval: how many were healthy, degraded and down.')
    .setData(queryRunner(datasourceUid, [status], options))
    .setCustomFieldConfig('drawStyle', GraphDrawStyle.Bars)
    .setCustomFieldConfig('fillOpacity', 80)
    .setCustomFieldConfig('lineWidth', 0)
    .setCustomFieldConfig('stacking', { mode: StackingMode.Normal })
    .setMin(0)
    .setDecimals(0)
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setOverrides((overrides) => {
      for (const [name, fixedColor] of Object.entries(statusColours)) {
        overrides.matchFieldsWithNameByRegex(`/\\b${name}\\b/`).overrideColor({ mode: 'fixed', fixedColor });
      }
    })
    .build();
  const latency = PanelBuilders.timeseries()
    .setTitle('Response time')
    .setDescription(
      'Half of the results came within p50, nineteen of twenty within p95. Failures without an answer have none.'
    )
    .setData(queryRunner(datasourceUid, [p50, p95], options))
    .setCustomFieldConfig('lineWidth', 2)
    .setCustomFieldConfig('showPoints', VisibilityMode.Auto)
    .setMin(0)
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setOverrides((overrides) => {
      // No colours of a status.
      overrides.matchFieldsWithNameByRegex('/p50/').overrideColor({ mode: 'fixed', fixedColor: 'blue' });
      overrides.matchFieldsWithNameByRegex('/p95/').overrideColor({ mode: 'fixed', fixedColor: 'purple' });
    })
    .build();
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-24h', to: 'now' }),
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true, refresh: '1m' }),
    ],
    body: new SceneFlexLayout({ direction: 'column', children: [gridRow(340, '240px', [statuses, latency]), ...more] }),
  });
}
