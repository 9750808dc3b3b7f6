import { sql } from 'kysely';
import type { AggregatePlan, PlannedField, PlannedFilter, Selection } from '../../domain/query/QueryPlan';
import type { Cell, FirstSeenRelease } from '../../domain/query/QueryStore';
import type { TimeRange } from '../../domain/query/QueryRunner';
import { day, hour } from '../../lib/duration';
import { groupBy } from '../../lib/groupBy';
import { isOfApp } from '../query/appIds';
import type { Read } from '../query/readAs';
import { releaseLookBack } from '../query/releasesStatement';
import { joinsFor, selectionSource } from '../query/selectionSource';
import { readSummaries } from './readSummaries';

const app: PlannedField = { source: 'named', name: 'app', type: 'string' };
const release: PlannedField = { source: 'named', name: 'release', type: 'string' };

/**
 * What `releasesStatement` answers, from summaries: the day in which each release appears, of that day the hour, and of the
 * hour's raw rows the first. Undefined where summaries do not answer. Of a vital that was reported again in another hour only
 * that one counts.
 */
export async function summedReleases(
  read: Read,
  selection: Selection,
  limit: number,
  mostCells: number
): Promise<FirstSeenRelease[] | undefined> {
  const { filters } = selection;
  // From a whole hour on: of a part of one, and of the hours after it, raw rows would be read.
  const range = { from: selection.range.from - (selection.range.from % hour), to: selection.range.to };
  const counts = { calculation: 'count', measure: undefined, groupBy: [app, release], limit: mostCells } as const;
  const plan: AggregatePlan = { ...selection, ...counts, range, bucketMs: day, now: range.to };
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
  const releases: FirstSeenRelease[] = [];
  const fresh = firstCells(found.cells, new Set(known.cells.map(keyOf)));
  const oldestFirst = fresh.toSorted((one, other) => startOf(one) - startOf(other));
  for (const cells of groupBy(oldestFirst, (cell) => String(startOf(cell))).values()) {
    if (releases.length >= limit) {
      break;
    }
    const start = startOf(cells[0]);
    const within = { from: Math.max(range.from, start), to: Math.min(range.to, start + day) };
    const hours = await readSummaries(read, { ...plan, bucketMs: hour, range: within }, mostCells);
    const firsts = new Map(firstCells(hours?.cells ?? [], new Set()).map((cell) => [keyOf(cell), cell]));
    for (const cell of cells) {
      const at = firsts.get(keyOf(cell))?.bucket ?? undefined;
      const stretch =
        at === undefined ? within : { from: Math.max(within.from, at), to: Math.min(within.to, at + hour) };
      const seenAt = (await firstRow(read, selection, cell, stretch)) ?? stretch.from;
      const [name = '', version = ''] = cell.groups;
      if (seenAt >= selection.range.from) {
        releases.push({ app: name, release: version, firstSeen: seenAt });
      }
    }
  }
  return releases
    .sort((one, other) => one.firstSeen - other.firstSeen || (one.release < other.release ? -1 : 1))
    .slice(0, limit);
}

/** The first bucket of each release that is not in `seen`. */
function firstCells(cells: readonly Cell[], seen: ReadonlySet<string>): Cell[] {
  const first = new Map<string, Cell>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (cell.groups[1] !== '' && !seen.has(key) && startOf(cell) < startOf(first.get(key))) {
      first.set(key, cell);
    }
  }
  return [...first.values()];
}

/** When the first row of a release came within the stretch that is the first to count it; null where raw rows are gone. */
async function firstRow(
  read: Read,
  selection: Selection,
  { groups: [name = '', version = ''] }: Cell,
  range: TimeRange
): Promise<number | null> {
  const filters = [...selection.filters, equals(app, name), equals(release, version)];
  const within = { ...selection, range, filters };
  const [row] = await read<{ first: number | null }>(
    sql`select round(extract(epoch from min(t.timestamp)) * 1000)::float8 as first ${selectionSource(within, joinsFor([], within))}`
  );
  return row?.first ?? null;
}

function equals(field: PlannedField, value: string): PlannedFilter {
  return { field, test: { is: 'anyOf', values: [value] } };
}

function keyOf({ groups }: Cell): string {
  return JSON.stringify(groups);
}

function startOf(cell: Cell | undefined): number {
  return cell?.bucket ?? Infinity;
}
