import type { BadgeColor, IconName } from '@grafana/ui';
import { healthStatuses, type HealthStatus } from '../../contract/health/words';

/** A status as lists and filters know it: `unknown` before the first result. */
export const shownStatuses = ['down', 'degraded', 'healthy', 'unknown'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

export const statusTexts: Record<ShownStatus, { label: string; color: BadgeColor; icon: IconName; means: string }> = {
  healthy: { label: 'Healthy', color: 'green', icon: 'check-circle', means: 'The latest probe passed in time' },
  degraded: {
    label: 'Degraded',
    color: 'orange',
    icon: 'exclamation-triangle',
    means: 'It answers, but slowly, with a warning, or not every time',
  },
  down: {
    label: 'Down',
    color: 'red',
    icon: 'times-circle',
    means: 'It failed as often in a row as the check asks for',
  },
  unknown: { label: 'No result yet', color: 'blue', icon: 'clock-nine', means: 'Nobody has looked yet' },
};

/** What is shown for a status of the server, null included. */
export function shownStatus(status: HealthStatus | null): ShownStatus {
  return healthStatuses.find((known) => known === status) ?? 'unknown';
}
