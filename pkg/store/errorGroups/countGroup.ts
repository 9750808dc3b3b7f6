import type { PoolClient } from 'pg';
import type { NewestError } from '../../domain/errors/groups/describeGroup';
import { newestFirst, type SeenRelease } from '../../domain/errors/groups/hasRegressed';

/** Errors of one app with one fingerprint. */
export interface GroupKey {
  org_id: string;
  app_id: string;
  fingerprint: string;
}

/** What is kept of a group's errors, all hours together. Times in epoch milliseconds. */
export interface GroupCounts {
  events: number;
  users: number;
  firstSeen: Date;
  lastSeen: Date;
  /** 0 low to 3 critical. */
  worst: number;
  /** Newest first. */
  releases: string[];
}

/** Releases that a group shows. */
const mostReleases = 100;

/** Counts the hours of a group anew from its raw rows, whatever was counted before. */
export async function countHours(client: PoolClient, key: GroupKey, hours: readonly Date[]): Promise<void> {
  const values = [key.app_id, key.fingerprint, hours];
  await client.query(
    `delete from error_group_hours where app_id = $1 and fingerprint = $2 and hour = any($3::timestamptz[])`,
    values
  );
  await client.query(
    `insert into error_group_hours (org_id, app_id, fingerprint, hour, release, events, worst, first_seen, last_seen)
      select r.org_id, r.app_id, r.fingerprint, h.hour, coalesce(r.release, ''), count(*),
        max(array_position(array['low', 'medium', 'high', 'critical'], r.severity) - 1), min(r.timestamp), max(r.timestamp)
      from unnest($3::timestamptz[]) h (hour) join raw.error_logs r
        on r.app_id = $1 and r.fingerprint = $2 and r.timestamp >= h.hour and r.timestamp < h.hour + interval '1 hour'
      where r.timestamp >= (select min(x) from unnest($3::timestamptz[]) x)
        and r.timestamp < (select max(x) + interval '1 hour' from unnest($3::timestamptz[]) x)
      group by 1, 2, 3, 4, 5`,
    values
  );
  await client.query(
    `insert into error_group_users (org_id, app_id, fingerprint, owner, day)
      select r.org_id, r.app_id, r.fingerprint, coalesce(r.user_id, r.visitor_id), max((r.timestamp at time zone 'UTC')::date)
      from unnest($3::timestamptz[]) h (hour) join raw.error_logs r
        on r.app_id = $1 and r.fingerprint = $2 and r.timestamp >= h.hour and r.timestamp < h.hour + interval '1 hour'
      where coalesce(r.user_id, r.visitor_id) is not null
        and r.timestamp >= (select min(x) from unnest($3::timestamptz[]) x)
        and r.timestamp < (select max(x) + interval '1 hour' from unnest($3::timestamptz[]) x)
      group by 1, 2, 3, 4
      on conflict do nothing`,
    values
  );
}

/** Sums the hours of a group up; undefined where it has none. Notes its releases among those of the app. */
export async function sumGroup(client: PoolClient, key: GroupKey): Promise<GroupCounts | undefined> {
  const values = [key.app_id, key.fingerprint];
  const { rows } = await client.query<{
    release: string;
    events: string;
    worst: number;
    first_seen: Date;
    last_seen: Date;
  }>(
    `select release, sum(events) as events, max(worst)::int as worst, min(first_seen) as first_seen, max(last_seen) as last_seen
      from error_group_hours where app_id = $1 and fingerprint = $2 group by release`,
    values
  );
  if (rows.length === 0) {
    return undefined;
  }
  const { rows: users } = await client.query<{ count: string }>(
    'select count(*) as count from error_group_users where app_id = $1 and fingerprint = $2',
    values
  );
  const releases = rows.filter(({ release }) => release !== '');
  await noteReleases(client, key, releases);
  const seen = releases.map(({ release, first_seen }): SeenRelease => ({ release, firstSeen: first_seen.getTime() }));
  return {
    events: rows.reduce((sum, { events }) => sum + Number(events), 0),
    users: Number(users[0]?.count ?? 0),
    firstSeen: new Date(Math.min(...rows.map(({ first_seen }) => first_seen.getTime()))),
    lastSeen: new Date(Math.max(...rows.map(({ last_seen }) => last_seen.getTime()))),
    worst: Math.max(...rows.map(({ worst }) => worst)),
    releases: newestFirst(seen)
      .slice(0, mostReleases)
      .map(({ release }) => release),
  };
}

/** In one order for everybody: two groups of one app that note the same releases must not wait for each other in a circle. */
async function noteReleases(
  client: PoolClient,
  key: GroupKey,
  releases: ReadonlyArray<{ release: string; first_seen: Date }>
): Promise<void> {
  if (releases.length > 0) {
    await client.query(
      `insert into error_releases as known (org_id, app_id, release, first_seen)
        select $1, $2, r.release, r.first_seen from unnest($3::text[], $4::timestamptz[]) r (release, first_seen)
        where not exists (select from error_releases k
          where k.app_id = $2 and k.release = r.release and k.first_seen <= r.first_seen)
        order by r.release
        on conflict (app_id, release) do update set first_seen = excluded.first_seen
          where known.first_seen > excluded.first_seen`,
      [key.org_id, key.app_id, releases.map(({ release }) => release), releases.map(({ first_seen }) => first_seen)]
    );
  }
}

/** The newest error of a group since `from`, and the rule that grouped it. */
export async function readNewest(
  client: PoolClient,
  key: GroupKey,
  from: Date
): Promise<(NewestError & { fingerprint_rule: string | null }) | undefined> {
  const { rows } = await client.query<NewestError & { fingerprint_rule: string | null }>(
    `select error_type, error_message, error_stack, context ->> 'type' as error_class, page_path, fingerprint_rule
      from raw.error_logs where app_id = $1 and fingerprint = $2 and timestamp >= $3
      order by timestamp desc, id desc limit 1`,
    [key.app_id, key.fingerprint, from]
  );
  return rows[0];
}
