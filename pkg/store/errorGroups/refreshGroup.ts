import type { PoolClient } from 'pg';
import { severities } from '../../../src/contract/severities';
import { describeGroup } from '../../domain/errors/groups/describeGroup';
import { countHours, readNewest, sumGroup, type GroupCounts, type GroupKey } from './countGroup';
import { groupId } from './groupId';
import { moveOn } from './moveOn';

/** Groups of one app at most: a sender who makes each error different must not fill the table. */
const mostGroups = 10_000;

/**
 * Counts the marked hours of one group anew and brings the group up to date, in the transaction of `client` (jobs role).
 * False where another process is at it, which then takes these marks too.
 */
export async function refreshGroup(client: PoolClient, key: GroupKey, mostOfApp = mostGroups): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('seamark.error_group.' || $1 || $2, 0)) as mine`,
    [key.app_id, key.fingerprint]
  );
  if (rows[0]?.mine !== true) {
    return false;
  }
  const hours = await takeMarks(client, key);
  const first = hours[0];
  if (first === undefined || !(await mayHaveGroup(client, key, mostOfApp))) {
    return true;
  }
  // A statement later than the one that took the marks: it sees every row that those marks stand for.
  await countHours(client, key, hours);
  const counts = await sumGroup(client, key);
  if (counts === undefined) {
    await forgetGroup(client, key);
    return true;
  }
  await keepGroup(client, key, counts, first);
  await moveOn(client, key, counts.events);
  return true;
}

/** The marked hours, oldest first; they are not marked any more once the transaction commits. */
async function takeMarks(client: PoolClient, key: GroupKey): Promise<Date[]> {
  const { rows } = await client.query<{ hour: Date }>(
    'delete from raw.error_marks where app_id = $1 and fingerprint = $2 returning hour',
    [key.app_id, key.fingerprint]
  );
  return [...new Set(rows.map(({ hour }) => hour.getTime()))].sort((a, b) => a - b).map((time) => new Date(time));
}

async function mayHaveGroup(client: PoolClient, key: GroupKey, mostOfApp: number): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean; living: boolean; others: number }>(
    `select exists (select from error_groups where app_id = $1 and fingerprint = $2) as known,
      not exists (select from apps where id = $1 and deleted_at is not null) as living,
      (select count(*)::int from error_groups where app_id = $1) as others`,
    [key.app_id, key.fingerprint]
  );
  const [found] = rows;
  return found?.living === true && (found.known || found.others < mostOfApp);
}

async function forgetGroup(client: PoolClient, key: GroupKey): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'delete from error_groups where app_id = $1 and fingerprint = $2 returning id',
    [key.app_id, key.fingerprint]
  );
  for (const { id } of rows) {
    await client.query('delete from error_group_acts where app_id = $1 and group_id = $2', [key.app_id, id]);
  }
}

async function keepGroup(client: PoolClient, key: GroupKey, counts: GroupCounts, from: Date): Promise<void> {
  const newest = await readNewest(client, key, from);
  const description = newest && describeGroup(newest);
  // What was slow is not done again at once: 15 times the time it took, 15 seconds at most.
  await client.query(
    `insert into error_groups as g (id, org_id, app_id, fingerprint, fingerprint_rule, error_class, message, culprit,
        severity, first_seen, last_seen, events, users, releases, status_changed_at, refresh_after)
      values ($1, $2, $3, $4, coalesce($5, 'in_app_frames'), coalesce($6, ''), coalesce($7, ''), coalesce($8, ''), $9,
        $10, $11, $12, $13, $14, now(), '-infinity')
      on conflict (app_id, fingerprint) do update set
        fingerprint_rule = coalesce($5, g.fingerprint_rule), error_class = coalesce($6, g.error_class),
        message = coalesce($7, g.message), culprit = coalesce($8, g.culprit), severity = excluded.severity,
        first_seen = excluded.first_seen, last_seen = excluded.last_seen, events = excluded.events,
        users = excluded.users, releases = excluded.releases,
        refresh_after = case when clock_timestamp() - now() > interval '50 milliseconds'
          then clock_timestamp() + 15 * least(clock_timestamp() - now(), interval '1 second') else '-infinity' end`,
    [
      groupId(key.app_id, key.fingerprint),
      key.org_id,
      key.app_id,
      key.fingerprint,
      newest?.fingerprint_rule,
      description?.errorClass,
      description?.message,
      description?.culprit,
      severities[counts.worst] ?? 'low',
      counts.firstSeen,
      counts.lastSeen,
      counts.events,
      counts.users,
      counts.releases,
    ]
  );
}
