import type { DataKind } from '../../contract/query/kinds';

interface Source {
  value: string;
  label: string;
  description: string;
}

/** What annotations can mark, the most useful first. */
export const annotationSources: [Source, ...Source[]] = [
  { value: 'releases', label: 'Releases', description: 'When a release was first seen' },
  { value: 'error_spikes', label: 'Error spikes', description: 'Times with unusually many errors' },
  { value: 'alerts', label: 'Alerts', description: 'From when an alert began until it was over' },
  { value: 'errors', label: 'Errors', description: 'Each error; filter for the few that matter' },
];

/** Whose fields the filters of an annotation may name. */
export function annotationKind(of: string | undefined): DataKind {
  if (of === 'alerts') {
    return 'alerts';
  }
  return of === 'errors' || of === 'error_spikes' ? 'errors' : 'performance';
}
