import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneQueryRunner,
} from '@grafana/scenes';
import { PanelChrome, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { singleValue } from '../../components/Figure';
import { RatingBar } from '../../components/RatingBar';
import { ratingShares } from '../../components/ratingShares';
import { ratingColour } from '../../components/ratingTexts';
import { formatVital, limitsText, vitalTexts } from '../../components/vitalTexts';
import { rateWebVital, type WebVital } from '../../contract/webVitals';

interface MetricSummaryState extends SceneObjectState {
  metric: WebVital;
  $data: SceneQueryRunner;
}

/** One vital over the whole range: its p75, what it means, and how the page views were rated. */
export class MetricSummary extends SceneObjectBase<MetricSummaryState> {
  static readonly Component = MetricSummaryRenderer;
}

function MetricSummaryRenderer({ model }: SceneComponentProps<MetricSummary>) {
  const styles = useStyles2(getStyles);
  const { metric, $data } = model.useState();
  const { data } = $data.useState();
  const series = data?.series ?? [];
  const p75 = singleValue(series, `p75-${metric}`);
  const shares = ratingShares(series.find(({ refId }) => refId === 'ratings'));
  const rating = p75 === undefined ? undefined : rateWebVital(metric, p75);
  const { name, meaning } = vitalTexts[metric];
  const done = data?.state === LoadingState.Done;

  return (
    <PanelChrome
      title={name}
      description="p75: three of four page views stayed within this value. A page view counts once, with its last value."
      loadingState={data?.state === LoadingState.Loading ? LoadingState.Loading : undefined}
      statusMessage={data?.errors?.[0]?.message}
    >
      <div className={styles.summary}>
        <div className={styles.value} data-rating={rating && ratingColour[rating]}>
          {p75 === undefined ? (done ? 'No data' : '…') : formatVital(metric, p75)}
        </div>
        <div className={styles.text}>
          <Text element="p">
            {meaning} {capitalised(limitsText(metric))}.
            {done && p75 === undefined && ' Nothing was measured in this time range: widen it or change the filters.'}
          </Text>
          <RatingBar name={metric} shares={shares} />
        </div>
      </div>
    </PanelChrome>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const getStyles = (theme: GrafanaTheme2) => ({
  summary: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 4),
    padding: theme.spacing(0, 1, 1),
  }),
  value: css({
    fontSize: theme.typography.h1.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '&[data-rating=green]': { color: theme.visualization.getColorByName('green') },
    '&[data-rating=orange]': { color: theme.visualization.getColorByName('orange') },
    '&[data-rating=red]': { color: theme.visualization.getColorByName('red') },
  }),
  text: css({ flex: '1 1 240px', minWidth: 0, '& p': { marginBottom: theme.spacing(1) } }),
});
