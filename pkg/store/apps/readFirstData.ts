import type { Pool } from 'pg';
import type { FirstData } from '../../../src/contract/resources/apps';
import { rawTables, type RawTable } from '../../domain/ingest/rows';
import { withOrganisation } from '../connections/withOrganisation';

/** Beyond this nobody waits for first data any more; counting on would read the whole table. */
const mostCounted = 10_000;

interface Arrival {
  kind: RawTable;
  first_at: Date | null;
  last_at: Date | null;
  count: number;
}

/** What has arrived of an app: by table, counted up to 10,000, and the times of the first and the last row. */
export async function readFirstData(pool: Pool, orgId: number, appId: string): Promise<FirstData> {
  const arrivals = await withOrganisation(pool, orgId, async (client) => {
    const { rows } = await client.query<Arrival>(rawTables.map(arrivalOf).join(' union all '), [appId]);
    return rows.filter(({ count }) => count > 0);
  });
  const firsts = arrivals.flatMap(({ first_at }) => (first_at === null ? [] : [first_at.getTime()]));
  const lasts = arrivals.flatMap(({ last_at }) => (last_at === null ? [] : [last_at.getTime()]));
  return {
    received: arrivals.length > 0,
    first_at: firsts.length > 0 ? new Date(Math.min(...firsts)).toISOString() : null,
    last_at: lasts.length > 0 ? new Date(Math.max(...lasts)).toISOString() : null,
    counts: Object.fromEntries(arrivals.map(({ kind, count }) => [kind, count])),
  };
}

/** Ordered by the primary key (app_id, time): the ends are found without reading what lies between. */
function arrivalOf(table: RawTable): string {
  const time = table === 'system_health' ? 'checked_at' : 'timestamp';
  const end = (order: 'asc' | 'desc'): string =>
    `(select ${time} from raw.${table} where app_id = $1::uuid order by ${time} ${order} limit 1)`;
  return `select '${table}' as kind, ${end('asc')} as first_at, ${end('desc')} as last_at,
    (select count(*)::int from (select from raw.${table} where app_id = $1::uuid limit ${mostCounted}) counted) as count`;
}
