import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../connections/withOrganisation';
import { behaviourStatement } from './behaviourStatement';
import { findBehaviourDays, type BehaviourDay } from './findBehaviourDays';

/** Days of one pass: after an update there may be a quarter of a year to make up for. */
const mostDays = 200;

/**
 * Calculates what sessions did on days that are over, from raw rows: whole days, each anew, so that it may be done again
 * at any time and by several processes at once. Answers how many days were calculated.
 * @param pool logs in as the jobs role
 */
export async function refreshBehaviour(pool: Pool, now: number): Promise<number> {
  let done = 0;
  for (const due of await findBehaviourDays(pool, now, mostDays)) {
    done += (await inTransaction(pool, (client) => compute(client, due))) ? 1 : 0;
  }
  return done;
}

/** False where another process is about the same day. */
async function compute(client: PoolClient, { orgId, appId, day }: BehaviourDay): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('seamark.behaviour.' || $1 || $2, 0)) as mine`,
    [appId, day]
  );
  if (rows[0]?.mine !== true) {
    return false;
  }
  // Before the rows are read, and by the clock that dates them: what is stored meanwhile counts as late.
  await client.query(
    `insert into behaviour_days (org_id, app_id, day, computed_at) values ($1, $2, $3, clock_timestamp())
      on conflict (app_id, day) do update set computed_at = excluded.computed_at`,
    [orgId, appId, day]
  );
  await client.query('delete from behaviour_patterns where app_id = $1 and day = $2', [appId, day]);
  await client.query(behaviourStatement, [orgId, appId, day]);
  return true;
}
