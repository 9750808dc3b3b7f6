import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Detail } from './detailTexts';

/** Facts, each with its name. */
export function DetailList({ details }: { details: readonly Detail[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {details.map(({ name, text }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 3), margin: 0 }),
  fact: css({ minWidth: 0, maxWidth: '100%' }),
  name: css({
    fontWeight: 'normal',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  text: css({ margin: 0, overflowWrap: 'anywhere' }),
});
