import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import { probePhases, type ProbePhase } from '../../contract/health/words';

const phaseTexts: Record<ProbePhase, { label: string; color: string }> = {
  dns: { label: 'Name', color: 'purple' },
  connect: { label: 'Connect', color: 'blue' },
  tls: { label: 'TLS', color: 'yellow' },
  first_byte: { label: 'First byte', color: 'green' },
  transfer: { label: 'Transfer', color: 'super-light-green' },
};

interface Props {
  phases: Readonly<Record<string, number>>;
  /** Milliseconds that the whole width stands for. */
  scale: number;
}

/** Where the time of a probe went, as parts of one bar. */
export function PhaseBar({ phases, scale }: Props) {
  const styles = useStyles2(getStyles);
  const { visualization } = useTheme2();
  const parts = probePhases.flatMap((phase) => {
    const ms = phases[phase];
    return ms === undefined ? [] : [{ phase, ms }];
  });
  const text = parts.map(({ phase, ms }) => `${phaseTexts[phase].label} ${ms.toFixed(1)} ms`).join(', ');
  return (
    <div role="img" aria-label={text} title={text} className={styles.bar}>
      {parts.map(({ phase, ms }) => (
        <span
          key={phase}
          style={{
            width: `${(100 * ms) / Math.max(scale, 1)}%`,
            backgroundColor: visualization.getColorByName(phaseTexts[phase].color),
          }}
        />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    height: theme.spacing(1.25),
    width: '100%',
    minWidth: 80,
    overflow: 'hidden',
    borderRadius: theme.shape.radius.default,
    backgroundColor: theme.colors.background.canvas,
  }),
});
