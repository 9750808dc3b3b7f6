import { attributeColumns } from '../../../src/contract/query/fields';
import { isPersonalAttribute } from './isPersonalAttribute';
import type { Selection } from './QueryPlan';
import type { Asker } from './QueryRunner';
import type { QueryStore, StoredValue } from './QueryStore';
import { resolveField } from './resolveField';

interface ValuesWanted {
  field: string;
  search: string | undefined;
  limit: number;
}

/** Values of a field in the rows of a selection, most frequent first. Throws QueryError. */
export async function readValues(
  store: QueryStore,
  selection: Selection,
  { field, search, limit }: ValuesWanted,
  who: Asker,
  signal?: AbortSignal
): Promise<StoredValue[]> {
  const column = attributeColumns[selection.kind];
  if (field === column) {
    const names = await store.values({ ...selection, field: 'names', search, limit }, who, signal);
    return names
      .filter(({ value }) => who.seesPersonal || !isPersonalAttribute(value))
      .map(({ value, count }) => ({ value: `${column}.${value}`, count }));
  }
  const planned = resolveField(field, selection.kind, who);
  const values = await store.values({ ...selection, field: planned, search, limit }, who, signal);
  return field === 'app' ? withSilentApps(values, await store.appNames(who, limit, signal), search, limit) : values;
}

/** A new app can be chosen before its first row has come. */
function withSilentApps(
  values: readonly StoredValue[],
  names: readonly string[],
  search: string | undefined,
  limit: number
): StoredValue[] {
  const known = new Set(values.map(({ value }) => value));
  const wanted = search?.toLowerCase() ?? '';
  const silent = names.filter((name) => !known.has(name) && name.toLowerCase().includes(wanted));
  return [...values, ...silent.map((value) => ({ value, count: 0 }))].slice(0, limit);
}
