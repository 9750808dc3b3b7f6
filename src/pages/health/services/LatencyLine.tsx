import { FieldType, type FieldSparkline } from '@grafana/data';
import { Sparkline, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';

interface Props {
  /** Milliseconds, in order of time. */
  values: ReadonlyArray<number | null>;
}

/** Response times of the last day as a small line. */
export function LatencyLine({ values }: Props) {
  const theme = useTheme2();
  const known = values.filter((value) => value !== null);
  const max = Math.max(1, ...known);
  const sparkline = useMemo((): FieldSparkline => {
    // Given here, for the component takes the range as worked out already.
    const state = { range: { min: 0, max, delta: max } };
    return { y: { name: 'Response time', type: FieldType.number, config: { min: 0 }, values: [...values], state } };
  }, [values, max]);
  if (known.length < 2) {
    return null;
  }
  const text = `Response time in the last 24 hours: up to ${Math.round(max).toLocaleString('en')} ms`;
  return (
    <div role="img" aria-label={text} title={text}>
      <Sparkline theme={theme} width={120} height={24} sparkline={sparkline} />
    </div>
  );
}
