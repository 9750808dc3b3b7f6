import type { Pool } from 'pg';
import { retentionTable } from '../../../src/contract/retentionTable';
import { day } from '../../lib/duration';
import { listPartitions } from '../partitions/dropPartitions';
import { expiredPartitions } from '../partitions/expiredPartitions';
import { archiveStatement } from './archiveStatement';
import { readLongestRetention } from './readLongestRetention';

const archiveDays = `coalesce((select p.days from retention_policies p
  where p.org_id = r.org_id and p.data = 'errors' and p.tier = 'archive'), ${retentionTable.errors.archive})`;

/**
 * Copies the critical errors of the days that are about to be dropped. To be called before dropping, which must not
 * happen where this failed; again and from several processes at once it does no harm. Answers how many were copied.
 * @param pool logs in as the jobs role
 */
export async function archiveExpiring(pool: Pool, now: number): Promise<number> {
  const expired = expiredPartitions(await listPartitions(pool), await readLongestRetention(pool), now);
  const statement = archiveStatement(
    'raw.error_logs',
    archiveDays,
    'and r.timestamp >= $2::timestamptz and r.timestamp < $3::timestamptz'
  );
  let archived = 0;
  for (const { parent, name, state } of expired) {
    // Of a day that was detached the rows were copied before.
    if (parent === 'error_logs' && state === 'attached') {
      const start = Date.parse(name.slice(-8).replace(/(....)(..)/, '$1-$2-'));
      const { rowCount } = await pool.query(statement, [new Date(now), new Date(start), new Date(start + day)]);
      archived += rowCount ?? 0;
    }
  }
  return archived;
}
