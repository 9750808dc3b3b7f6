import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import React from 'react';
import { ratings, type Rating } from '../contract/webVitals';
import type { RatingShares } from './ratingShares';
import { ratingColour, ratingText } from './ratingTexts';

interface Props {
  /** What is rated, for those who cannot see the bar. */
  name: string;
  /** Undefined when nothing was measured. */
  shares?: RatingShares | undefined;
}

const percent = (share: number) => `${share.toFixed(share > 0 && share < 10 ? 1 : 0)}%`;

/** One bar of three parts: how many page views were good, needed improvement, were poor. */
export function RatingBar({ name, shares }: Props) {
  const styles = useStyles2(getStyles);
  if (!shares) {
    return <div className={styles.bar} role="img" aria-label={`${name}: no data`} />;
  }
  const text = ratings.map((rating) => `${ratingText[rating]} ${percent(shares[rating])}`).join(' · ');
  return (
    <Tooltip content={`${text} of page views`}>
      <div className={styles.bar} role="img" aria-label={`${name}: ${text}`} tabIndex={0}>
        {ratings.map((rating) => (
          <div key={rating} className={styles[rating]} style={{ flexGrow: shares[rating] }} />
        ))}
      </div>
    </Tooltip>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const part = (rating: Rating) =>
    css({ flexBasis: 0, minWidth: 0, backgroundColor: theme.visualization.getColorByName(ratingColour[rating]) });
  return {
    bar: css({
      display: 'flex',
      height: theme.spacing(1.5),
      width: '100%',
      gap: 1,
      overflow: 'hidden',
      borderRadius: theme.shape.radius.default,
      backgroundColor: theme.colors.background.secondary,
    }),
    good: part('good'),
    needs_improvement: part('needs_improvement'),
    poor: part('poor'),
  };
};
