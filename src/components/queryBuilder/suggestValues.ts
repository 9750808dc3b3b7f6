import type { ComboboxOption } from '@grafana/ui';
import type { EditorContext } from './EditorContext';
import type { FieldSource } from './FieldSource';

/** Dashboard variables as something to choose. */
export function variableOptions(source: FieldSource, search = ''): ComboboxOption[] {
  return source
    .listVariables()
    .map((name) => ({ value: `$${name}`, label: `$${name}`, description: 'Variable', group: 'Variables' }))
    .filter(({ value }) => value.toLowerCase().includes(search.toLowerCase()));
}

/**
 * Values that a field had in the time range, most frequent first, after the dashboard's variables. Where they cannot be
 * had there are none: the input stays one to type into.
 */
export async function suggestValues(
  { source, kind, range, filters }: EditorContext,
  field: string,
  search: string
): Promise<ComboboxOption[]> {
  const app = filters?.find((filter) => filter.field === 'app' && filter.operator === '=' && field !== 'app')?.value;
  const variables = variableOptions(source, search);
  try {
    const found = await source.listFieldValues(field, {
      kind,
      range,
      search,
      app: typeof app === 'string' ? app : undefined,
    });
    return [...variables, ...found.map(({ value, count }) => ({ value, label: value, description: times(count) }))];
  } catch {
    return variables;
  }
}

function times(count: number): string {
  return `${count.toLocaleString('en')}×`;
}
