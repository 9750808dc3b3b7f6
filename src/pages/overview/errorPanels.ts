import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { GraphDrawStyle, StackingMode, TooltipDisplayMode, VisibilityMode } from '@grafana/schema';
import { queryRunner } from '../../api/sceneQuery';
import { errorsBySeverity } from './overviewQueries';

const severityColours: Record<string, string> = { critical: 'dark-red', high: 'red', medium: 'orange', low: 'blue' };

export function errorsOverTime(datasourceUid: string): VizPanel {
  return PanelBuilders.timeseries()
    .setTitle('Errors')
    .setDescription('Errors in each interval, by severity.')
    .setData(queryRunner(datasourceUid, errorsBySeverity, { maxDataPoints: 60 }))
    .setCustomFieldConfig('drawStyle', GraphDrawStyle.Bars)
    .setCustomFieldConfig('fillOpacity', 70)
    .setCustomFieldConfig('showPoints', VisibilityMode.Never)
    .setCustomFieldConfig('lineWidth', 0)
    .setCustomFieldConfig('stacking', { mode: StackingMode.Normal })
    .setMin(0)
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setOverrides((overrides) => {
      for (const [severity, fixedColor] of Object.entries(severityColours)) {
        overrides.matchFieldsWithNameByRegex(`/\\b${severity}\\b/`).overrideColor({ mode: 'fixed', fixedColor });
      }
    })
    .build();
}
