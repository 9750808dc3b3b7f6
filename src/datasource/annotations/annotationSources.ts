import type { DataKind } from '../../contract/query/kinds';
import { isDataKind } from '../query/isDataKind';

/** What annotations can mark, the most useful first. */
export const annotationSources: [Source, ...Source[]] = [
  { value: 'releases', label: 'Releases', description: 'When a release was first seen' },
  { value: 'errors', label: 'Errors', description: 'Each error' },
  { value: 'health', label: 'Health', description: 'When a service was not healthy' },
  { value: 'events', label: 'Events', description: 'Each event; filter for the few that matter' },
];

interface Source {
  value: string;
  label: string;
  description: string;
}

/** Whose fields the filters of an annotation may name. */
export function annotationKind(of: string | undefined): DataKind {
  return isDataKind(of) ? of : 'events';
}
