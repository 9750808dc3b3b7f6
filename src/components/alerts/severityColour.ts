import type { GrafanaTheme2 } from '@grafana/data';
import type { Severity } from '../../contract/entities/ErrorLog';

/** The colour of a stripe or a bar that stands for a severity. Never without the word beside or behind it. */
export function severityColour(theme: GrafanaTheme2, severity: Severity): string {
  switch (severity) {
    case 'critical':
      return theme.visualization.getColorByName('dark-red');
    case 'high':
      return theme.visualization.getColorByName('light-red');
    case 'medium':
      return theme.visualization.getColorByName('orange');
    case 'low':
      return theme.visualization.getColorByName('blue');
  }
}
