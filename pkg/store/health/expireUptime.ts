import type { Pool } from 'pg';
import { retentionTable } from '../../../src/contract/retentionTable';
import { day } from '../../lib/duration';

const { raw, trend } = retentionTable.health;

/** A day more than raw rows: the last one may be gone in part. */
const tiers = [
  { condition: `s.grain = 'hour'`, tier: 'raw', days: raw + 1, spare: 1 },
  { condition: `s.grain = 'day'`, tier: 'trend', days: trend, spare: 0 },
] as const;

/**
 * Deletes sums of uptime older than their organisation keeps them (hours as raw results, days as trends), and incidents
 * that ended before. Answers how many rows.
 * @param pool logs in as the jobs role
 */
export async function expireUptime(pool: Pool, now: number): Promise<number> {
  let deleted = 0;
  for (const { condition, tier, days, spare } of tiers) {
    const { rowCount } = await pool.query(
      `delete from uptime_summary s where ${condition} and s.bucket < $1::timestamptz - make_interval(days => coalesce(
        (select p.days + $3 from retention_policies p where p.org_id = s.org_id and p.data = 'health' and p.tier = $4), $2))`,
      [new Date(Math.floor(now / day) * day), days, spare, tier]
    );
    deleted += rowCount ?? 0;
  }
  const ended = `select i.id from incidents i where i.ended_at < $1::timestamptz - make_interval(days => coalesce(
    (select p.days from retention_policies p where p.org_id = i.org_id and p.data = 'health' and p.tier = 'trend'), $2))`;
  const values = [new Date(now), trend];
  await pool.query(`delete from incident_history where incident_id in (${ended})`, values);
  const { rowCount } = await pool.query(`delete from incidents where id in (${ended})`, values);
  return deleted + (rowCount ?? 0);
}
