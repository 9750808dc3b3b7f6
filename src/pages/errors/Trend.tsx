import { FieldType, type FieldSparkline } from '@grafana/data';
import { Sparkline, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';

/** Errors of the last 24 hours as a small line; the number beside it is for those who cannot see it. */
export function Trend({ counts }: { counts: readonly number[] }) {
  const theme = useTheme2();
  const sparkline = useMemo((): FieldSparkline => {
    const max = Math.max(1, ...counts);
    // Given here, for the component takes the range as worked out already.
    const state = { range: { min: 0, max, delta: max } };
    return { y: { name: 'Errors', type: FieldType.number, config: { min: 0 }, values: [...counts], state } };
  }, [counts]);
  const sum = counts.reduce((total, count) => total + count, 0);
  return (
    <div role="img" aria-label={`${sum} in the last 24 hours`} title={`${sum} in the last 24 hours`}>
      <Sparkline theme={theme} width={96} height={24} sparkline={sparkline} />
    </div>
  );
}
