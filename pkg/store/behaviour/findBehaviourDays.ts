import type { Pool } from 'pg';
import { day, minute, startOfDay } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { listPartitions } from '../partitions/dropPartitions';
import { readKeptApps } from '../retention/readKeptApps';
import { longestSession } from './behaviourStatement';

export interface BehaviourDay {
  orgId: number;
  appId: string;
  /** `YYYY-MM-DD`, UTC. */
  day: string;
}

/** Rows that were on their way when the day, or the last calculation, ended. */
const settle = 10 * minute;
/** How far back rows are looked for that came late: longer than this no job is away while rows come in. */
const lateWithin = 2 * day;

/**
 * Days that are over and whose patterns are not known, or not with all rows; newest first. Only such as have all of
 * their rows still: what was calculated stays when they are gone.
 * @param pool logs in as the jobs role
 */
export async function findBehaviourDays(pool: Pool, now: number, most: number): Promise<BehaviourDay[]> {
  const over = startOfDay(now - longestSession - settle);
  const stored = (await listPartitions(pool))
    .filter(({ parent, state }) => parent === 'analytics_events' && state === 'attached')
    .map(({ name }) => name.slice(-8).replace(/(....)(..)/, '$1-$2-'))
    .filter((name) => name < isoDay(over))
    .reverse();
  const { known, late } = await readKnown(pool, now, over);
  const apps = await readKeptApps(pool);
  const due: BehaviourDay[] = [];
  for (const name of stored) {
    for (const { orgId, appId, days } of apps) {
      const oldest = startOfDay(now - (days('analytics', 'raw') ?? 0) * day);
      const start = Date.parse(name);
      const key = `${appId} ${name}`;
      // Again only with the evening before: who came over midnight would seem to enter at midnight.
      const wanted = known.has(key) ? late.has(key) && start - day >= oldest : start >= oldest;
      if (wanted && due.push({ orgId, appId, day: name }) >= most) {
        return due;
      }
    }
  }
  return due;
}

async function readKnown(pool: Pool, now: number, over: number): Promise<Record<'known' | 'late', Set<string>>> {
  const { rows } = await pool.query<{ app_id: string; day: string; computed_at: Date; newest: Date | null }>(
    `select b.app_id, b.day::text as day, b.computed_at, max(r.newest) as newest
      from behaviour_days b left join (
        select app_id, day, max(created_at) as newest from raw.analytics_events,
          unnest(array[timestamp, timestamp - make_interval(secs => $3)]) as at,
          lateral (select (at at time zone 'UTC')::date as day) d
        where created_at >= $1 and timestamp < $2 group by 1, 2
      ) r on r.app_id = b.app_id and r.day = b.day
      group by 1, 2, 3`,
    [new Date(now - lateWithin), new Date(over + longestSession), longestSession / 1000]
  );
  const keys = (some: typeof rows) => new Set(some.map(({ app_id, day: name }) => `${app_id} ${name}`));
  const late = rows.filter(
    ({ computed_at, newest }) => newest !== null && newest.getTime() >= computed_at.getTime() - settle
  );
  return { known: keys(rows), late: keys(late) };
}
