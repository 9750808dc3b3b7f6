import { Badge, type BadgeColor } from '@grafana/ui';
import React from 'react';
import type { MuteStatus } from '../../../contract/alerting/muteStates';

const texts: Record<MuteStatus, { text: string; color: BadgeColor }> = {
  active: { text: 'Active', color: 'green' },
  pending: { text: 'Pending', color: 'blue' },
  expired: { text: 'Expired', color: 'darkgrey' },
};

/** Whether something holds now, is to come, or is over. */
export function MuteBadge({ status }: { status: MuteStatus }) {
  return <Badge {...texts[status]} />;
}
