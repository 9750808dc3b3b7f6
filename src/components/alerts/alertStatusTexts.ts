import type { BadgeColor } from '@grafana/ui';
import type { AlertInstance } from '../../contract/entities/AlertInstance';

/** How a state of an alert is called and coloured. */
export const alertStatusTexts: Record<
  AlertInstance['status'],
  { label: string; color: BadgeColor; description: string }
> = {
  active: { label: 'Active', color: 'red', description: 'Fires, and nobody has said that they have it' },
  acknowledged: { label: 'Acknowledged', color: 'blue', description: 'Somebody has it; reminders have stopped' },
  resolved: { label: 'Resolved', color: 'green', description: 'Over' },
};
