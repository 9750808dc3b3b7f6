import { css, cx } from '@emotion/css';
import { dateTime, dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** Alerts that opened on each day, oldest first, today last. */
  days: readonly number[];
}

const many = 5;

/** The last days as dots: hollow where nothing fired, fuller the more did. */
export function FiredDots({ days }: Props) {
  const styles = useStyles2(getStyles);
  const total = days.reduce((sum, count) => sum + count, 0);
  const text = total === 0 ? `Did not fire in ${days.length} days` : `Fired ${times(total)} in ${days.length} days`;
  return (
    <Tooltip
      content={
        <>
          <div>{text}</div>
          {total > 0 &&
            days.map((count, index) =>
              count > 0 ? <div key={index}>{`${dayName(days.length, index)}: ${count}`}</div> : null
            )}
        </>
      }
    >
      <div className={styles.row} role="img" aria-label={text} tabIndex={0}>
        {days.map((count, index) => (
          <span
            key={index}
            className={cx(styles.dot, count >= many ? styles.many : count > 0 ? styles.some : styles.none)}
          />
        ))}
      </div>
    </Tooltip>
  );
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count.toLocaleString('en')} times`;
}

function dayName(days: number, index: number): string {
  // The days of the server are those of UTC.
  return dateTimeFormat(dateTime().subtract(days - 1 - index, 'days'), { format: 'ddd, MMM D', timeZone: 'utc' });
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'inline-flex', gap: theme.spacing(0.5), padding: theme.spacing(0.5, 0) }),
  dot: css({ width: 10, height: 10, borderRadius: theme.shape.radius.circle, border: '1px solid transparent' }),
  none: css({ borderColor: theme.colors.border.medium }),
  some: css({ backgroundColor: theme.visualization.getColorByName('semi-dark-orange') }),
  many: css({ backgroundColor: theme.visualization.getColorByName('red') }),
});
