import { css } from '@emotion/css';
import { Button, Stack, useTheme2 } from '@grafana/ui';
import React from 'react';
import { severityColour } from '../../../components/alerts/severityColour';
import type { AlertCounts } from '../../../contract/resources/alertInstances';
import { severities } from '../../../contract/severities';

interface Props {
  counts: AlertCounts['active'];
  /** Severities that are shown, with commas between them; none: all. */
  chosen: string | undefined;
  onChange: (severity: string | undefined) => void;
}

/** How many there are of each severity, the worst first; each shows or hides its own. */
export function SeverityCounts({ counts, chosen, onChange }: Props) {
  const theme = useTheme2();
  const shown = new Set(chosen?.split(',').filter(Boolean));
  const toggle = (severity: string) => {
    const next = new Set(shown);
    if (!next.delete(severity)) {
      next.add(severity);
    }
    onChange(next.size > 0 ? severities.filter((each) => next.has(each)).join(',') : undefined);
  };
  return (
    <Stack gap={1} wrap="wrap" role="group" aria-label="Severity">
      {[...severities].reverse().map((severity) => (
        <Button
          key={severity}
          size="sm"
          variant={shown.has(severity) ? 'primary' : 'secondary'}
          fill={shown.has(severity) ? 'solid' : 'outline'}
          aria-pressed={shown.has(severity)}
          tooltip={shown.has(severity) ? `Show the others as well` : `Show only severity ${severity}`}
          onClick={() => toggle(severity)}
        >
          <span
            aria-hidden
            className={css({
              display: 'inline-block',
              width: 8,
              height: 8,
              marginRight: theme.spacing(0.75),
              borderRadius: theme.shape.radius.circle,
              backgroundColor: severityColour(theme, severity),
            })}
          />
          {counts[severity]} {severity}
        </Button>
      ))}
    </Stack>
  );
}
