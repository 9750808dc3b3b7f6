import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { sceneGraph, type SceneAppPage } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { singleValue } from '../../components/Figure';
import { ratingColour, ratingText } from '../../components/ratingTexts';
import { formatVital } from '../../components/vitalTexts';
import { rateWebVital, type Rating, type WebVital } from '../../contract/webVitals';
import { MetricSummary } from './MetricSummary';

interface Props {
  metric: WebVital;
  /** The page of all tabs. The tab that is open asks for what all of them show. */
  page: SceneAppPage;
  className?: string;
}

/** p75 of a vital behind its name in the tab, in the colour of its rating; nothing while there is none. */
export function VitalTabSuffix({ metric, page, className }: Props) {
  const { initializedScene } = page.useState();
  const [summary] = initializedScene ? sceneGraph.findDescendents(initializedScene, MetricSummary) : [];
  return summary ? <Suffix metric={metric} summary={summary} {...(className && { className })} /> : null;
}

function Suffix({ metric, summary, className }: Pick<Props, 'metric' | 'className'> & { summary: MetricSummary }) {
  const styles = useStyles2(getStyles);
  const { data } = summary.state.$data.useState();
  const p75 = singleValue(data?.series ?? [], `p75-${metric}`);
  const rating = p75 === undefined ? undefined : rateWebVital(metric, p75);
  if (p75 === undefined || !rating) {
    return null;
  }
  return (
    <span className={cx(className, styles[rating])} title={`p75, ${ratingText[rating].toLowerCase()}`}>
      {formatVital(metric, p75)}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<Rating, string> => {
  const style = (rating: Rating) =>
    css({
      marginLeft: theme.spacing(1),
      color: theme.visualization.getColorByName(ratingColour[rating]),
      fontVariantNumeric: 'tabular-nums',
    });
  return { good: style('good'), needs_improvement: style('needs_improvement'), poor: style('poor') };
};
