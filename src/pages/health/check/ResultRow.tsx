import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { wrappingRow } from '../../../components/wrappingRow';
import type { ProbeResult } from '../../../contract/resources/healthChecks';
import { PhaseBar } from '../PhaseBar';
import { StatusBadge } from '../StatusBadge';

interface Props {
  result: ProbeResult;
  /** Milliseconds of the longest result shown, so that bars compare. */
  scale: number;
}

/** One result: when, how, how long and why not. */
export function ResultRow({ result, scale }: Props) {
  const styles = useStyles2(getStyles);
  const { checked_at, response_time_ms: ms, last_error: error, attempts, location } = result;
  return (
    <div className={styles.row}>
      <span className={styles.time}>{dateTimeFormat(checked_at, { format: 'YYYY-MM-DD HH:mm:ss' })}</span>
      <span className={styles.status}>
        <StatusBadge status={result.status} />
      </span>
      <span className={styles.duration}>{ms === null ? '–' : `${Math.round(ms).toLocaleString('en')} ms`}</span>
      <span className={styles.phases}>
        <PhaseBar phases={result.phases} scale={scale} />
      </span>
      <span className={styles.words}>
        <Text variant="bodySmall" color="secondary">
          {[error, attempts > 1 && `${attempts} attempts`, location].filter(Boolean).join(' · ')}
        </Text>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ ...wrappingRow(theme), padding: theme.spacing(0.5, 1) }),
  time: css({ flex: '0 0 170px', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  status: css({ flex: '0 0 110px' }),
  duration: css({ flex: '0 0 70px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  phases: css({ flex: '1 1 160px', minWidth: 100 }),
  words: css({ flex: '2 1 200px', minWidth: 0, overflowWrap: 'anywhere' }),
});
