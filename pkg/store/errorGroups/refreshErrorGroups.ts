import type { Pool } from 'pg';
import { day } from '../../lib/duration';
import { inTransaction } from '../connections/withOrganisation';
import { isoDay } from '../partitions/daysAhead';
import type { GroupKey } from './countGroup';
import { changeBySystem } from './moveOn';
import { refreshGroup } from './refreshGroup';

/** Groups taken at a time; each is a transaction of its own, so that none is long. */
const batch = 500;

/**
 * Brings up to date every group to which errors came since it was last counted, groups that do not exist yet first.
 * Any number of processes may do it at once. Answers how many groups it brought up to date.
 * @param pool logs in as the jobs role
 */
export async function refreshErrorGroups(pool: Pool): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const due = await readDue(pool);
    let done = 0;
    for (const key of due) {
      done += (await inTransaction(pool, (client) => refreshGroup(client, key))) ? 1 : 0;
    }
    refreshed += done;
    if (due.length < batch || done === 0) {
      return refreshed;
    }
  }
}

async function readDue(pool: Pool): Promise<GroupKey[]> {
  const { rows } = await pool.query<GroupKey>(
    `select m.org_id, m.app_id, m.fingerprint from raw.error_marks m
      left join error_groups g on g.app_id = m.app_id and g.fingerprint = m.fingerprint
      where g.refresh_after is null or g.refresh_after <= clock_timestamp()
      group by 1, 2, 3, g.id order by g.id is not null limit $1`,
    [batch]
  );
  return rows;
}

/** Takes groups up again that were ignored until an instant that has come. Answers how many. */
export async function endIgnoring(pool: Pool, now: number): Promise<number> {
  const { rows } = await pool.query<GroupKey & { id: string }>(
    `select org_id, app_id, fingerprint, id from error_groups where status = 'ignored' and ignored_until <= $1`,
    [new Date(now)]
  );
  for (const { id, ...key } of rows) {
    await inTransaction(pool, async (client) => {
      const { rows: still } = await client.query(
        `select 1 from error_groups where app_id = $1 and id = $2 and status = 'ignored' and ignored_until <= $3 for update`,
        [key.app_id, id, new Date(now)]
      );
      if (still.length > 0) {
        await changeBySystem(client, key, id, 'unresolved', 'unignore', {});
      }
    });
  }
  return rows.length;
}

/** Days that the counts of an hour, and a group without newer errors, are kept: as long as summaries of errors. */
const countDays = 365;
/** Days that pseudonyms are kept for counting: as long as raw errors. */
const ownerDays = 90;

/** Deletes what has been kept long enough. Answers how many rows. */
export async function trimErrorGroups(pool: Pool, now: number): Promise<number> {
  const oldest = new Date(now - countDays * day);
  const trims: ReadonlyArray<[sql: string, value: Date | string]> = [
    ['delete from error_group_users where day < $1', isoDay(now - ownerDays * day)],
    ['delete from error_group_hours where hour < $1', oldest],
    [
      `delete from error_group_acts a using error_groups g
        where g.app_id = a.app_id and g.id = a.group_id and g.last_seen < $1`,
      oldest,
    ],
    ['delete from error_groups where last_seen < $1', oldest],
    ['delete from error_releases where first_seen < $1', new Date(now - 2 * countDays * day)],
  ];
  let deleted = 0;
  for (const [sql, value] of trims) {
    deleted += (await pool.query(sql, [value])).rowCount ?? 0;
  }
  return deleted;
}
