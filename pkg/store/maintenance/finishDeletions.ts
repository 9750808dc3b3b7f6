import type { Pool } from 'pg';
import { minute } from '../../lib/duration';
import { listPartitions } from '../partitions/dropPartitions';

/** Every process has forgotten the app's keys by then, and what it had queued is written. */
const settleMs = minute;

/** Tables beside the raw ones that hold rows of an app. */
const tablesOfApp = [
  'raw.devices',
  'raw.error_marks',
  'error_groups',
  'error_group_hours',
  'error_group_users',
  'error_group_acts',
  'error_releases',
  'perf_summary',
  'metrics_summary',
  'events_summary',
  'errors_summary',
  'health_summary',
  'uniques_summary',
  'summary_dirty',
  'summary_minutes',
  'error_archives',
  'behaviour_patterns',
  'behaviour_days',
  'consent_decisions',
  'page_paths',
  'users',
  'app_keys',
];

/**
 * Deletes what is left of apps that were deleted, then the apps themselves. A day at a time, so that no transaction is
 * long; cut short, it goes on from where it was. Answers how many apps are gone.
 * @param pool logs in as the jobs role
 */
export async function finishDeletions(pool: Pool, now: number): Promise<number> {
  const { rows: apps } = await pool.query<{ id: string }>('select id from apps where deleted_at < $1', [
    new Date(now - settleMs),
  ]);
  if (apps.length === 0) {
    return 0;
  }
  const days = (await listPartitions(pool)).filter(({ state }) => state === 'attached');
  for (const { id } of apps) {
    for (const { parent, name } of days) {
      const time = parent === 'system_health' ? 'checked_at' : 'timestamp';
      await pool.query(
        `delete from raw.${parent} where app_id = $1 and ${time} >= $2::date::timestamp at time zone 'UTC'
          and ${time} < ($2::date + 1)::timestamp at time zone 'UTC'`,
        [id, name.slice(-8)]
      );
    }
    for (const table of tablesOfApp) {
      await pool.query(`delete from ${table} where app_id = $1`, [id]);
    }
    await pool.query('delete from apps where id = $1', [id]);
  }
  return apps.length;
}
