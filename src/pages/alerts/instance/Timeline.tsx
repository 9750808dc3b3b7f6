import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatTime } from '../../../components/formatTime';
import type { TimelineEntry } from './timelineOf';

const icons: Record<TimelineEntry['kind'], { name: IconName; label: string }> = {
  opened: { name: 'fire', label: 'Opened' },
  changed: { name: 'exchange-alt', label: 'Changed' },
  acknowledged: { name: 'user', label: 'Acknowledged' },
  resolved: { name: 'check-circle', label: 'Resolved' },
  commented: { name: 'comment-alt', label: 'Comment' },
  sent: { name: 'envelope', label: 'Sent' },
  'not sent': { name: 'exclamation-triangle', label: 'Not sent' },
  waiting: { name: 'clock-nine', label: 'Waits' },
};

/** What happened to an alert, the newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list} reversed>
      {entries.map((entry, index) => (
        <li key={`${entry.at} ${index}`} className={styles.entry}>
          <span className={styles.icon}>
            <Icon name={icons[entry.kind].name} title={icons[entry.kind].label} size="sm" />
          </span>
          <div className={styles.body}>
            <Text color={entry.kind === 'not sent' ? 'error' : 'primary'}>{entry.text}</Text>
            {entry.comment !== null && <blockquote className={styles.comment}>{entry.comment}</blockquote>}
            <Text color="secondary" variant="bodySmall">
              {formatTime(entry.at)}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column' }),
  entry: css({
    display: 'flex',
    gap: theme.spacing(1),
    paddingBottom: theme.spacing(1.5),
    '&:not(:last-child) > span:first-child::after': {
      content: '""',
      flex: 1,
      width: 1,
      marginTop: theme.spacing(0.5),
      backgroundColor: theme.colors.border.weak,
    },
  }),
  icon: css({ display: 'flex', flexDirection: 'column', alignItems: 'center', color: theme.colors.text.secondary }),
  body: css({ minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' }),
  comment: css({
    margin: theme.spacing(0.25, 0),
    padding: theme.spacing(0.5, 1),
    borderLeft: `2px solid ${theme.colors.border.medium}`,
    fontSize: theme.typography.body.fontSize,
    whiteSpace: 'pre-wrap',
  }),
});
