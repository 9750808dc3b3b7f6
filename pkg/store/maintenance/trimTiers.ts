import type { Pool } from 'pg';
import type { RetainedData, RetentionTier } from '../../../src/contract/retentionTable';
import { defaultDays } from '../../domain/retention/retentionRules';
import { day } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { readKeptApps } from '../retention/readKeptApps';

interface Trim {
  data: RetainedData;
  tier: RetentionTier;
  table: string;
  /** $1 is the app, $2 the first day that is kept. */
  condition: string;
}

/** Whatever the time zone of the connection. */
const start = `$2::date::timestamp at time zone 'UTC'`;

/** What another job deletes by its defaults, and so only matters for who keeps it for less long. */
const shorter: readonly Trim[] = [
  { data: 'errors', tier: 'raw', table: 'error_group_users', condition: 't.day < $2::date' },
  { data: 'errors', tier: 'summary', table: 'error_group_hours', condition: `t.hour < ${start}` },
  {
    data: 'errors',
    tier: 'summary',
    table: 'error_group_acts',
    condition: `exists (select from error_groups g where g.app_id = $1 and g.id = t.group_id and g.last_seen < ${start})`,
  },
  { data: 'errors', tier: 'summary', table: 'error_groups', condition: `t.last_seen < ${start}` },
];

const own: readonly Trim[] = [
  { data: 'errors', tier: 'archive', table: 'error_archives', condition: `t.timestamp < ${start}` },
  { data: 'analytics', tier: 'pattern', table: 'behaviour_patterns', condition: 't.day < $2::date' },
  { data: 'analytics', tier: 'pattern', table: 'behaviour_days', condition: 't.day < $2::date' },
  { data: 'consent', tier: 'raw', table: 'consent_decisions', condition: 't.day < $2::date' },
];

/** Rows of one statement, so that none is long. */
const chunk = 5_000;

/**
 * Deletes what is kept beside raw rows and summaries once it is older than its organisation keeps it. Harmless in several
 * processes at once. Answers how many rows.
 * @param pool logs in as the jobs role
 */
export async function trimTiers(pool: Pool, now: number): Promise<number> {
  let deleted = 0;
  for (const app of await readKeptApps(pool)) {
    const trims = [
      ...own,
      ...shorter.filter(({ data, tier }) => (app.days(data, tier) ?? 0) < (defaultDays(data, tier) ?? 0)),
    ];
    for (const { data, tier, ...what } of trims) {
      deleted += await trim(pool, what, [app.appId, isoDay(now - (app.days(data, tier) ?? 0) * day)]);
    }
  }
  return deleted;
}

async function trim(
  pool: Pool,
  { table, condition }: Pick<Trim, 'table' | 'condition'>,
  values: string[]
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `delete from ${table} where app_id = $1 and ctid = any (array(
        select t.ctid from ${table} t where t.app_id = $1 and ${condition} limit ${chunk}))`,
      values
    );
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < chunk) {
      return deleted;
    }
  }
}
