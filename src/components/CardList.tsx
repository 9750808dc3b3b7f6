import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { Children, type ReactNode } from 'react';

/** Cards below each other, as the list that they are. */
export function CardList({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1), width: '100%' }),
});
