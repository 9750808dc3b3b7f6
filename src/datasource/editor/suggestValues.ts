import { getTemplateSrv } from '@grafana/runtime';
import type { ComboboxOption } from '@grafana/ui';
import type { EditorContext } from './EditorContext';

/** Dashboard variables as something to choose. */
export function variableOptions(search = ''): ComboboxOption[] {
  return getTemplateSrv()
    .getVariables()
    .map(({ name }) => ({ value: `$${name}`, label: `$${name}`, description: 'Variable', group: 'Variables' }))
    .filter(({ value }) => value.toLowerCase().includes(search.toLowerCase()));
}

/**
 * Values that a field had in the time range, most frequent first, after the dashboard's variables. Where they cannot be
 * had there are none: the input stays one to type into.
 */
export async function suggestValues(
  { datasource, kind, range, filters }: EditorContext,
  field: string,
  search: string
): Promise<ComboboxOption[]> {
  const app = filters?.find((filter) => filter.field === 'app' && filter.operator === '=' && field !== 'app')?.value;
  const variables = variableOptions(search);
  try {
    const found = await datasource.listFieldValues(field, {
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
