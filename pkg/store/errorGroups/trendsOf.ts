import { sql } from 'kysely';
import { trendHours } from '../../../src/contract/errorGroupStates';
import { hour } from '../../lib/duration';
import type { Tables } from '../connections/withTables';
import type { GroupRow } from './GroupRow';

/** Errors of each group in each of the last 24 hours, by the group's id; the current hour is the last. */
export async function trendsOf(
  tables: Tables,
  groups: ReadonlyArray<Pick<GroupRow, 'id' | 'app_id' | 'fingerprint'>>,
  now: number
): Promise<Map<string, number[]>> {
  const first = Math.floor(now / hour) * hour - (trendHours - 1) * hour;
  const trends = new Map(groups.map(({ id }) => [id, new Array<number>(trendHours).fill(0)]));
  if (groups.length === 0) {
    return trends;
  }
  const { rows } = await sql<{ id: string; hour: Date; events: string }>`
    select k.id, h.hour, sum(h.events) as events
    from unnest(${groups.map(({ id }) => id)}::uuid[], ${groups.map(({ app_id }) => app_id)}::uuid[],
      ${groups.map(({ fingerprint }) => fingerprint)}::text[]) k (id, app_id, fingerprint)
    join error_group_hours h on h.app_id = k.app_id and h.fingerprint = k.fingerprint and h.hour >= ${new Date(first)}
    group by 1, 2`.execute(tables);
  for (const row of rows) {
    const trend = trends.get(row.id);
    const place = (row.hour.getTime() - first) / hour;
    if (trend !== undefined && place < trendHours) {
      trend[place] = Number(row.events);
    }
  }
  return trends;
}
