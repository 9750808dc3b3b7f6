import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What is loading, for those who cannot see it. */
  label: string;
  lines: number;
}

/** Grey lines in the place of what is being loaded. */
export function Skeleton({ label, lines }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" aria-label={label} className={styles.box}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.line} style={{ width: line % 3 === 2 ? '60%' : '100%' }} />
      ))}
    </div>
  );
}

const breathe = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.5 } });

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), maxWidth: 720 }),
  line: css({
    height: theme.spacing(2.5),
    borderRadius: theme.shape.radius.default,
    backgroundColor: theme.colors.background.secondary,
    [theme.transitions.handleMotion('no-preference')]: { animation: `${breathe} 1.6s ease-in-out infinite` },
  }),
});
