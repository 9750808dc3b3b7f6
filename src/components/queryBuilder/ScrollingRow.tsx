import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

/** Keeps a row that cannot wrap inside its column: on a narrow screen it scrolls by itself. */
export function ScrollingRow({ children }: { children: ReactNode }) {
  return <div className={useStyles2(getStyles)}>{children}</div>;
}

const getStyles = () => css({ maxWidth: '100%', overflowX: 'auto', '& > *': { minWidth: 'max-content' } });
