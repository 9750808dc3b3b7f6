import { css } from '@emotion/css';
import { Tooltip, useTheme2 } from '@grafana/ui';
import React from 'react';
import type { Severity } from '../../contract/entities/ErrorLog';
import { severityColour } from './severityColour';

interface Props {
  severity: Severity;
  /** What is over is drawn faintly. */
  faint?: boolean;
}

/** A coloured stripe at the beginning of a row, as high as the row. */
export function SeverityStripe({ severity, faint = false }: Props) {
  const theme = useTheme2();
  const stripe = css({
    alignSelf: 'stretch',
    flexShrink: 0,
    width: theme.spacing(0.75),
    minHeight: theme.spacing(3),
    borderRadius: theme.shape.radius.default,
    backgroundColor: severityColour(theme, severity),
    opacity: faint ? 0.4 : 1,
  });
  return (
    <Tooltip content={`Severity ${severity}`}>
      <div className={stripe} role="img" aria-label={`Severity ${severity}`} />
    </Tooltip>
  );
}
