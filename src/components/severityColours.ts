import type { BadgeColor } from '@grafana/ui';
import type { Severity } from '../contract/entities/ErrorLog';

/** The colour of a badge that names a severity. */
export const severityColours: Record<Severity, BadgeColor> = {
  critical: 'red',
  high: 'red',
  medium: 'orange',
  low: 'blue',
};
