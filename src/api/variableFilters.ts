import type { DataKind } from '../contract/query/kinds';
import { fieldsOf } from '../contract/query/fields';
import type { Filter } from '../contract/query/Query';

/** Variables that every page and every prebuilt dashboard has, and the field each one filters. */
export const sharedVariables = [
  { name: 'app', label: 'App', field: 'app' },
  { name: 'environment', label: 'Environment', field: 'environment' },
  { name: 'release', label: 'Release', field: 'release' },
  { name: 'page', label: 'Page', field: 'page_path' },
] as const;

export type SharedVariable = (typeof sharedVariables)[number]['name'];

/** URL keys that links between pages and dashboards keep. */
export const preservedUrlKeys: string[] = [
  'from',
  'to',
  'timezone',
  'refresh',
  ...sharedVariables.map(({ name }) => `var-${name}`),
];

/** Filters by the shared variables, as far as the kind has the field. The datasource leaves out a variable set to All. */
export function variableFilters(kind: DataKind, without: readonly SharedVariable[] = []): Filter[] {
  const known = new Set(fieldsOf(kind).map(({ name }) => name));
  return sharedVariables
    .filter(({ name, field }) => known.has(field) && !without.includes(name))
    .map(({ name, field }) => ({ field, operator: '=', value: `$${name}` }));
}
