import { sql } from 'kysely';
import type { AggregatePlan, PlannedField, PlannedFilter, Selection } from '../../domain/query/QueryPlan';
import type { Cell, FirstSeenRelease } from '../../domain/query/QueryStore';
import { hour } from '../../lib/duration';
import { isOfApp } from '../query/appIds';
import type { Read } from '../query/readAs';
import { releaseLookBack } from '../query/releasesStatement';
import { joinsFor, selectionSource } from '../query/selectionSource';
import { readSummaries } from './readSummaries';

const app: PlannedField = { source: 'named', name: 'app', type: 'string' };
const release: PlannedField = { source: 'named', name: 'release', type: 'string' };

/**
 * What `releasesStatement` answers, from summaries: the hour in which each release appears, and of that hour's raw rows the
 * first. Undefined where summaries do not answer. Of a vital that was reported again in another hour only that one counts.
 */
export async function summedReleases(
  read: Read,
  selection: Selection,
  limit: number,
  mostCells: number
): Promise<FirstSeenRelease[] | undefined> {
  const { range, filters } = selection;
  const counts = { calculation: 'count', measure: undefined, groupBy: [app, release], limit: mostCells } as const;
  const plan: AggregatePlan = { ...selection, ...counts, bucketMs: hour, now: range.to };
  const before = {
    ...plan,
    bucketMs: undefined,
    range: { from: range.from - releaseLookBack, to: range.from },
    // Seen anywhere counts as seen.
    filters: filters.filter(isOfApp),
  };
  const [known, found] = [await readSummaries(read, before, mostCells), await readSummaries(read, plan, mostCells)];
  if (known === undefined || found === undefined || found.cells.length > mostCells) {
    return undefined;
  }
  const seen = new Set(known.cells.map(keyOf));
  const fresh = new Map<string, Cell>();
  for (const cell of found.cells) {
    const key = keyOf(cell);
    if (cell.groups[1] !== '' && !seen.has(key) && hourOf(cell) < hourOf(fresh.get(key))) {
      fresh.set(key, cell);
    }
  }
  const oldest = [...fresh.values()].sort((one, other) => hourOf(one) - hourOf(other)).slice(0, limit);
  const releases: FirstSeenRelease[] = [];
  for (const cell of oldest) {
    const [name = '', version = ''] = cell.groups;
    releases.push({ app: name, release: version, firstSeen: await firstOf(read, selection, cell) });
  }
  return releases.sort((one, other) => one.firstSeen - other.firstSeen || (one.release < other.release ? -1 : 1));
}

/** When the first row of a release came in the hour that is the first to count it; the hour's start where raw rows are gone. */
async function firstOf(read: Read, selection: Selection, cell: Cell): Promise<number> {
  const { range, filters } = selection;
  const from = Math.max(range.from, hourOf(cell));
  const [name = '', version = ''] = cell.groups;
  const within = {
    ...selection,
    range: { from, to: Math.min(range.to, hourOf(cell) + hour) },
    filters: [...filters, equals(app, name), equals(release, version)],
  };
  const [row] = await read<{ first: number | null }>(
    sql`select round(extract(epoch from min(t.timestamp)) * 1000)::float8 as first ${selectionSource(within, joinsFor([], within))}`
  );
  return row?.first ?? from;
}

function equals(field: PlannedField, value: string): PlannedFilter {
  return { field, test: { is: 'anyOf', values: [value] } };
}

function keyOf({ groups }: Cell): string {
  return JSON.stringify(groups);
}

function hourOf(cell: Cell | undefined): number {
  return cell?.bucket ?? Infinity;
}
