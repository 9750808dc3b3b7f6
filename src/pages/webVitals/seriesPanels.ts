import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import {
  GraphDrawStyle,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';
import { queryRunner } from '../../api/sceneQuery';
import { ratingColour, ratingText } from '../../components/ratingTexts';
import { ratings, type WebVital } from '../../contract/webVitals';
import { p75Series, ratingSeries } from './vitalQueries';

/** An interval needs enough page views for its p75 and shares to mean something: a quarter of an hour in a day. */
const maxDataPoints = 96;

/** p75 over time; the two limits, which come with the data, are drawn as bands behind it. */
export function p75OverTime(datasourceUid: string, metric: WebVital): VizPanel {
  return (
    PanelBuilders.timeseries()
      .setTitle(`${metric} p75`)
      .setDescription('What three of four page views stayed within, in each interval. Marks are releases.')
      .setData(queryRunner(datasourceUid, p75Series(metric), { maxDataPoints }))
      .setColor({ mode: 'fixed', fixedColor: 'text' })
      .setMin(0)
      .setCustomFieldConfig('thresholdsStyle', { mode: GraphThresholdsStyleMode.Area })
      .setCustomFieldConfig('lineWidth', 2)
      .setCustomFieldConfig('spanNulls', true)
      // A single point makes no line: without points an app's first page view would not be seen.
      .setCustomFieldConfig('showPoints', VisibilityMode.Always)
      .setCustomFieldConfig('pointSize', 4)
      .setOption('legend', { showLegend: false, displayMode: LegendDisplayMode.Hidden })
      .build()
  );
}

/** How page views were rated over time, as parts of 100 percent. */
export function ratingsOverTime(datasourceUid: string, metric: WebVital): VizPanel {
  return PanelBuilders.timeseries()
    .setTitle('Ratings')
    .setDescription('Share of page views rated good, needs improvement and poor, in each interval.')
    .setData(queryRunner(datasourceUid, ratingSeries(metric), { maxDataPoints }))
    .setUnit('percent')
    .setMin(0)
    .setMax(100)
    .setCustomFieldConfig('drawStyle', GraphDrawStyle.Bars)
    .setCustomFieldConfig('barWidthFactor', 1)
    .setCustomFieldConfig('showPoints', VisibilityMode.Never)
    .setCustomFieldConfig('fillOpacity', 70)
    .setCustomFieldConfig('lineWidth', 0)
    .setCustomFieldConfig('stacking', { mode: StackingMode.Normal })
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setOverrides((overrides) => {
      for (const rating of ratings) {
        overrides
          .matchFieldsByQuery(`share_${rating}`)
          .overrideDisplayName(ratingText[rating])
          .overrideColor({ mode: 'fixed', fixedColor: ratingColour[rating] });
      }
    })
    .build();
}
