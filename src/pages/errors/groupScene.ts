import { EmbeddedScene, PanelBuilders, SceneFlexLayout, SceneTimePicker, SceneTimeRange } from '@grafana/scenes';
import { BarGaugeDisplayMode, GraphDrawStyle, StackingMode, VizOrientation } from '@grafana/schema';
import { queryRunner } from '../../api/sceneQuery';
import { fillingRow, gridRow } from '../../components/gridRow';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { groupQuery } from './groupQuery';

const tags = [
  ['Pages', 'page_path'],
  ['Browsers', 'browser'],
  ['Systems', 'os'],
  ['Devices', 'device_type'],
  ['Releases', 'release'],
  ['Countries', 'country'],
] as const;

/** When the errors of a group came, and from where. */
export function groupScene(datasourceUid: string, group: Pick<ErrorGroup, 'app' | 'fingerprint'>): EmbeddedScene {
  const overTime = PanelBuilders.timeseries()
    .setTitle('Errors over time')
    .setDescription('Errors of this group in each interval, by release.')
    .setData(
      queryRunner(datasourceUid, [groupQuery(group, { format: 'time_series', groupBy: ['release'] })], {
        maxDataPoints: 60,
      })
    )
    .setCustomFieldConfig('drawStyle', GraphDrawStyle.Bars)
    .setCustomFieldConfig('fillOpacity', 70)
    .setCustomFieldConfig('lineWidth', 0)
    .setCustomFieldConfig('stacking', { mode: StackingMode.Normal })
    .setMin(0)
    .build();
  const bars = tags.map(([title, field]) =>
    PanelBuilders.bargauge()
      .setTitle(title)
      .setDescription(`Errors of this group by ${field.replace('_', ' ')}, the five most frequent.`)
      .setData(queryRunner(datasourceUid, [groupQuery(group, { format: 'table', groupBy: [field], limit: 5 })]))
      .setOption('orientation', VizOrientation.Horizontal)
      .setOption('displayMode', BarGaugeDisplayMode.Basic)
      .setOption('reduceOptions', { values: true, calcs: [] })
      .setMin(0)
      .build()
  );
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-7d', to: 'now' }),
    controls: [new SceneTimePicker({ isOnCanvas: true })],
    body: new SceneFlexLayout({
      direction: 'column',
      children: [gridRow(320, '240px', [overTime]), fillingRow(260, 200, bars)],
    }),
  });
}
