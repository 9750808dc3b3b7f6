import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import type { UptimePeriod } from '../../contract/resources/incidents';
import { durationText, uptimeText } from './durationText';

/** What a day was like, in words. */
export function dayText({ from, uptime, down_seconds, degraded_seconds, maintenance_seconds }: UptimePeriod): string {
  const day = dateTimeFormat(from, { format: 'MMM D', timeZone: 'utc' });
  if (uptime === null) {
    return `${day}: ${maintenance_seconds > 0 ? 'maintenance' : 'not observed'}`;
  }
  const parts = [
    down_seconds > 0 && `${durationText(down_seconds)} down`,
    degraded_seconds > 0 && `${durationText(degraded_seconds)} degraded`,
    maintenance_seconds > 0 && `${durationText(maintenance_seconds)} maintenance`,
  ].filter((part) => part !== false);
  return `${day}: ${uptimeText(uptime)} up${parts.length > 0 ? `, ${parts.join(', ')}` : ''}`;
}

interface Props {
  days: readonly UptimePeriod[];
  /** Whose days they are, for those who cannot see them. */
  service: string;
}

/** One bar a day, oldest first: green, orange or red by the worst that the day had a noticeable share of. */
export function DayBars({ days, service }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const worst = days.filter(({ down_seconds }) => down_seconds > 0).length;
  const label = `${service}, the last ${days.length} days: ${worst === 0 ? 'never down' : `down on ${worst} of them`}`;
  return (
    <div role="img" aria-label={label} className={styles.bars}>
      {days.map((day) => (
        <Tooltip key={day.from} content={dayText(day)} placement="top">
          <span className={styles.bar} style={{ backgroundColor: colourOf(day, theme) }} />
        </Tooltip>
      ))}
    </div>
  );
}

function colourOf({ uptime, down_seconds, degraded_seconds, observed_seconds }: UptimePeriod, theme: GrafanaTheme2) {
  const { visualization, colors } = theme;
  if (uptime === null) {
    // Seen on cards and on the page alike.
    return colors.border.medium;
  }
  if (down_seconds > 0) {
    return visualization.getColorByName(down_seconds > observed_seconds / 20 ? 'red' : 'light-red');
  }
  return visualization.getColorByName(degraded_seconds > observed_seconds / 20 ? 'orange' : 'green');
}

const getStyles = (theme: GrafanaTheme2) => ({
  bars: css({ display: 'flex', gap: 1, height: theme.spacing(3), width: '100%', maxWidth: 540 }),
  bar: css({ flex: '1 1 0', minWidth: 1, borderRadius: 1, '&:hover': { opacity: 0.7 } }),
});
