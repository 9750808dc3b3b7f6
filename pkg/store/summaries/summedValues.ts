import type { ValuesPlan } from '../../domain/query/QueryPlan';
import type { StoredValue } from '../../domain/query/QueryStore';
import type { Read } from '../query/readAs';
import { readSummaries } from './readSummaries';

/** Values of a field from summaries, most frequent first; undefined where none has the field, or raw rows are as quick. */
export async function summedValues(
  read: Read,
  { field, search = '', limit, ...selection }: ValuesPlan,
  mostCells: number
): Promise<StoredValue[] | undefined> {
  if (field === 'names') {
    return undefined;
  }
  const { range } = selection;
  const counts = { calculation: 'count', measure: undefined, groupBy: [field], bucketMs: undefined } as const;
  const found = await readSummaries(read, { ...selection, ...counts, limit: mostCells, now: range.to }, mostCells);
  const wanted = search.toLowerCase();
  return found?.cells
    .map(({ groups: [value = ''], value: count }) => ({ value, count: count ?? 0 }))
    .filter(({ value }) => value !== '' && value.toLowerCase().includes(wanted))
    .slice(0, limit);
}
