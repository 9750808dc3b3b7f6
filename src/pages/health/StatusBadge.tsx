import { Badge, Stack } from '@grafana/ui';
import React from 'react';
import type { HealthStatus } from '../../contract/health/words';
import { shownStatus, statusTexts } from './statusTexts';

interface Props {
  status: HealthStatus | null;
  inMaintenance?: boolean;
}

/** A status in colour and in words. */
export function StatusBadge({ status, inMaintenance }: Props) {
  const { label, color, icon, means } = statusTexts[shownStatus(status)];
  return (
    <Stack gap={0.5} wrap="wrap">
      <Badge text={label} color={color} icon={icon} tooltip={means} />
      {inMaintenance && (
        <Badge text="Maintenance" color="purple" icon="wrench" tooltip="Planned: it is looked at, and nobody is told" />
      )}
    </Stack>
  );
}
