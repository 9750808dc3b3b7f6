import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** Names an input for those who cannot see from its place what it is. */
export function HiddenLabel({ htmlFor, children }: { htmlFor: string; children: string }) {
  return (
    <label className={useStyles2(getStyles)} htmlFor={htmlFor}>
      {children}
    </label>
  );
}

const getStyles = () =>
  css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });
