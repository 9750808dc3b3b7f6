import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { compileStatement, type Fragment } from '../query/compileStatement';
import { instant } from '../query/rawTable';
import type { BucketRange } from './recompute';

/** Runs a statement built of fragments. Answers how many rows it wrote. */
export async function run(client: PoolClient, statement: Fragment): Promise<number> {
  const { text, values } = compileStatement(statement);
  return (await client.query(text, [...values])).rowCount ?? 0;
}

/** Condition on the log of dirty buckets, on a summary, or on any table with the same columns. */
export function inBucket({ appId, kind, from, to }: BucketRange): Fragment {
  return sql`app_id = ${appId}::uuid and kind = ${kind}::text and bucket >= ${instant(from)} and bucket < ${instant(to)}`;
}

/**
 * Whether this transaction may work on the bucket: only one does at a time, in all processes. Held until it ends.
 * Statements after this one see what the transaction that held it before has done.
 */
export async function lockBucket(client: PoolClient, { appId, kind, grain, from }: BucketRange): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine`,
    [`seamark.summary ${kind} ${grain} ${from} ${appId}`]
  );
  return rows[0]?.mine === true;
}
