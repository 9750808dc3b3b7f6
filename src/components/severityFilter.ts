import type { ComboboxOption } from '@grafana/ui';
import { severities } from '../contract/severities';

/** Severities as a filter offers them, the worst first. */
export const severityFilter: ComboboxOption[] = [
  { value: '', label: 'Any severity' },
  ...[...severities].reverse().map((value) => ({ value: value as string, label: value })),
];
