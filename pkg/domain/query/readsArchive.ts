import type { Selection } from './QueryPlan';

/**
 * Whether numbers of a selection are made of archived errors too. Only critical ones are archived: numbers of all errors
 * would drop where the raw rows end, as if there had been fewer.
 */
export function readsArchive({ kind, filters }: Pick<Selection, 'kind' | 'filters'>): boolean {
  return (
    kind === 'errors' &&
    filters.some(
      ({ field, test }) =>
        field.source === 'named' &&
        field.name === 'severity' &&
        test.is === 'anyOf' &&
        test.values.every((value) => value === 'critical')
    )
  );
}
