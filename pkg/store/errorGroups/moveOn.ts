import type { PoolClient } from 'pg';
import type { ErrorGroupStatus } from '../../../src/contract/errorGroupStates';
import { hasRegressed, type LaterErrors } from '../../domain/errors/groups/hasRegressed';
import { uuidV7 } from '../../lib/uuidV7';
import type { GroupKey } from './countGroup';
import type { GroupRow } from './GroupRow';

type StateRow = Pick<
  GroupRow,
  'id' | 'status' | 'status_changed_at' | 'resolved_in' | 'resolved_release' | 'ignored_until_events'
>;

/** What new errors do to a decision: a resolved group is back, an ignored one has had enough of them. */
export async function moveOn(client: PoolClient, key: GroupKey, events: number): Promise<void> {
  const { rows } = await client.query<StateRow>(
    `select id, status, status_changed_at, resolved_in, resolved_release, ignored_until_events from error_groups
      where app_id = $1 and fingerprint = $2 for update`,
    [key.app_id, key.fingerprint]
  );
  const [group] = rows;
  if (group?.status === 'resolved') {
    const later = await readLater(client, key, group.status_changed_at);
    const state = {
      resolvedIn: group.resolved_in,
      resolvedRelease: group.resolved_release,
      changedAt: group.status_changed_at.getTime(),
    };
    const seen = await releaseSeen(client, key, group.resolved_release);
    if (hasRegressed(state, later, seen)) {
      const releases = later.map(({ release }) => release).filter((release) => release !== null);
      await changeBySystem(client, key, group.id, 'regressed', 'regress', { releases: releases.slice(0, 10) });
    }
  }
  if (group?.status === 'ignored' && group.ignored_until_events !== null) {
    if (events >= Number(group.ignored_until_events)) {
      await changeBySystem(client, key, group.id, 'unresolved', 'unignore', { events });
    }
  }
}

/** Errors that both happened and came after an instant: a late one is no sign that it is back. */
async function readLater(client: PoolClient, key: GroupKey, since: Date): Promise<LaterErrors> {
  const { rows } = await client.query<{ release: string | null; first_seen: Date }>(
    `select r.release, min(coalesce(k.first_seen, r.timestamp)) as first_seen from raw.error_logs r
      left join error_releases k on k.app_id = r.app_id and k.release = r.release
      where r.app_id = $1 and r.fingerprint = $2 and r.timestamp > $3 and r.created_at > $3 group by r.release`,
    [key.app_id, key.fingerprint, since]
  );
  return rows.map(({ release, first_seen }) => ({ release, firstSeen: first_seen.getTime() }));
}

async function releaseSeen(client: PoolClient, key: GroupKey, release: string | null): Promise<number | null> {
  const { rows } = await client.query<{ first_seen: Date }>(
    'select first_seen from error_releases where app_id = $1 and release = $2',
    [key.app_id, release]
  );
  return rows[0]?.first_seen.getTime() ?? null;
}

/** A change of state that nobody made, with its line in the history. */
export async function changeBySystem(
  client: Pick<PoolClient, 'query'>,
  key: GroupKey,
  id: string,
  status: ErrorGroupStatus,
  act: 'regress' | 'unignore',
  details: Readonly<Record<string, unknown>>
): Promise<void> {
  const { rows } = await client.query<{ now: Date }>(
    `update error_groups set status = $3, version = version + 1, status_changed_at = clock_timestamp(),
        resolved_in = null, resolved_release = null, ignored_until = null, ignored_until_events = null
      where app_id = $1 and id = $2 returning status_changed_at as now`,
    [key.app_id, id, status]
  );
  for (const { now } of rows) {
    await client.query(
      `insert into error_group_acts (id, org_id, app_id, group_id, at, act, details) values ($1, $2, $3, $4, $5, $6, $7)`,
      [uuidV7(now.getTime()), key.org_id, key.app_id, id, now, act, JSON.stringify(details)]
    );
  }
}
