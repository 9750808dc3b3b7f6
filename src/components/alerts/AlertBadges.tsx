import { Badge, Stack } from '@grafana/ui';
import React from 'react';
import { severityColours } from '../severityColours';
import { formatTime } from '../formatTime';
import { alertStatusTexts } from './alertStatusTexts';
import { concernTexts } from './concernTexts';
import type { ShownAlert } from './ShownAlert';

interface Props {
  alert: ShownAlert;
  /** Which of them: a list that shows one state only need not say it in every row. */
  show?: { status?: boolean; severity?: boolean };
}

/** State and severity of an alert, and what else a person should know before they rely on it. */
export function AlertBadges({ alert, show = {} }: Props) {
  const { label, color, description } = alertStatusTexts[alert.status];
  const concern = alert.concern && concernTexts[alert.concern];
  return (
    <Stack gap={0.5} wrap="wrap" alignItems="center">
      {show.status && <Badge text={label} color={color} tooltip={description} />}
      {show.severity && (
        <Badge text={alert.severity} color={severityColours[alert.severity]} tooltip="As its rule says" />
      )}
      {concern && <Badge text={concern.label} color="orange" tooltip={concern.description} />}
      {alert.is_flapping && (
        <Badge
          text="Flapping"
          color="orange"
          icon="exchange-alt"
          tooltip="It opened and recovered so often of late that it stays open until it has been quiet for 15 minutes. Nobody is told of each change."
        />
      )}
      {alert.silenced_until !== undefined && alert.silenced_until !== null && (
        <Badge
          text="Silenced"
          color="darkgrey"
          icon="bell-slash"
          tooltip={`Nobody is told of it until ${formatTime(alert.silenced_until)}${alert.silenced_by ? `, by the ${alert.silenced_by.kind} “${alert.silenced_by.name}”` : ''}.`}
        />
      )}
    </Stack>
  );
}
