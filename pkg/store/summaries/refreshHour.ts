import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { hour, minute } from '../../lib/duration';
import { instant } from '../query/rawTable';
import { inBucket, lockBucket, run } from './inBucket';
import { markCoarser } from './markCoarser';
import { markSuperseded } from './markSuperseded';
import { type BucketRange, bucketOf } from './recompute';
import { summaryTables } from './SummaryTable';
import { writeFromFiner, writeFromRows } from './writeBuckets';

/** An hour that has marks in the log. */
export interface DirtyHour extends BucketRange {
  /** Its minutes are marked: so much comes in that the whole hour would take too long. */
  byMinute: boolean;
}

/**
 * Brings the summary of an hour up to date, in one transaction of the caller's; each step is a statement of its own, so
 * that it sees what was committed before it. What is stored after the log was read leaves its mark there. Answers whether
 * there was something to do: not where another process is at it.
 */
export async function refreshHour(client: PoolClient, bucket: DirtyHour, now: number): Promise<boolean> {
  if (!(await lockBucket(client, bucket))) {
    return false;
  }
  if (bucket.kind === 'performance') {
    await markSuperseded(client, bucket);
  }
  const isOver = bucket.to <= now;
  if (bucket.byMinute) {
    await refreshMinutes(client, bucket, now);
  } else if (isOver) {
    const marks = await run(
      client,
      sql`delete from summary_dirty where grain in ('hour', 'minute') and ${inBucket(bucket)}`
    );
    if (marks === 0) {
      // Another process was at it between our looking and our lock.
      return false;
    }
    await dropMinutes(client, bucket);
    await writeFromRows(client, bucket);
  } else {
    // Read from raw rows until it is over: one mark says so as well as a thousand.
    return (await thinMarks(client, bucket)) > 0;
  }
  if (isOver) {
    await markCoarser(client, bucket, 'six_hours');
    await markCoarser(client, bucket, 'day');
  }
  return true;
}

/** Leaves one mark of many. Only while the bucket is locked: who works on it may just be deleting the one that is left. */
export function thinMarks(client: PoolClient, bucket: BucketRange): Promise<number> {
  const marks = sql`grain = ${bucket.grain}::text and ${inBucket(bucket)}`;
  return run(
    client,
    sql`delete from summary_dirty where ${marks} and ctid <> (select min(ctid) from summary_dirty where ${marks})`
  );
}

async function refreshMinutes(client: PoolClient, bucket: DirtyHour, now: number): Promise<void> {
  const { orgId, appId, kind, from, to } = bucket;
  const { raw, time } = summaryTables[kind];
  const ended = Math.max(from, Math.min(to, Math.floor(now / minute) * minute));
  const minutes = { ...bucket, grain: 'minute' as const, to: ended };
  const { rows: kept } = await client.query(
    `select from summary_minutes where app_id = $1 and kind = $2 and hour = to_timestamp($3::float8 / 1000)`,
    [appId, kind, from]
  );
  const { rows: marks } = await client.query<{ grain: string; at: number }>(
    `delete from summary_dirty where app_id = $1 and kind = $2 and grain in ('hour', 'minute')
      and bucket >= to_timestamp($3::float8 / 1000) and bucket < to_timestamp($4::float8 / 1000)
      returning grain, (extract(epoch from bucket) * 1000)::float8 as at`,
    [appId, kind, from, to]
  );
  if (kept.length === 0 || marks.some(({ grain }) => grain === 'hour')) {
    await writeFromRows(client, minutes);
  } else {
    for (const at of new Set(marks.map((mark) => mark.at).filter((start) => start < minutes.to))) {
      await writeFromRows(client, { ...minutes, from: at, to: at + minute });
    }
  }
  // The minute that is not over, and what comes from clocks that are ahead.
  await run(
    client,
    sql`insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      select distinct ${orgId}::bigint, ${appId}::uuid, ${bucketOf(sql.ref(`t.${time}`), 'minute')}, ${kind}::text, 'minute'
      from ${sql.table(`raw.${raw}`)} t where t.app_id = ${appId}::uuid
        and ${sql.ref(`t.${time}`)} >= ${instant(minutes.to)} and ${sql.ref(`t.${time}`)} < ${instant(to)}`
  );
  await client.query(
    `insert into summary_minutes (org_id, app_id, hour, kind) values ($1, $2, to_timestamp($3::float8 / 1000), $4)
      on conflict do nothing`,
    [orgId, appId, from, kind]
  );
  if (to <= now) {
    await writeFromFiner(client, bucket, 'minute');
  }
}

async function dropMinutes(client: PoolClient, bucket: DirtyHour): Promise<void> {
  const { rowCount } = await client.query(
    `delete from summary_minutes where app_id = $1 and kind = $2 and hour = to_timestamp($3::float8 / 1000)`,
    [bucket.appId, bucket.kind, bucket.from]
  );
  if ((rowCount ?? 0) > 0) {
    const { name } = summaryTables[bucket.kind];
    const minutes = sql`app_id = ${bucket.appId}::uuid and grain = 'minute'
      and bucket >= ${instant(bucket.from)} and bucket < ${instant(bucket.from + hour)}`;
    await run(client, sql`delete from ${sql.table(name)} where ${minutes}`);
    await run(client, sql`delete from uniques_summary where kind = ${bucket.kind}::text and ${minutes}`);
  }
}
