import { sql } from 'kysely';
import type { Pool } from 'pg';
import { rowKinds, type RowKind } from '../../../src/contract/query/kinds';
import { summaryRetention } from '../../domain/summaries/summaryRetention';
import { day, hour } from '../../lib/duration';
import { inTransaction } from '../connections/withOrganisation';
import { isoDay } from '../partitions/daysAhead';
import { listPartitions } from '../partitions/dropPartitions';
import { inBucket, run } from './inBucket';
import { refreshDay } from './refreshDay';
import { type DirtyHour, refreshHour } from './refreshHour';
import { summaryTables } from './SummaryTable';

interface DirtyBucket extends DirtyHour {
  /** How long the organisation keeps raw rows; null: as long as all. */
  rawDays: number | null;
}

/** Buckets of one pass: a backlog is worked off in pieces, so that what is new does not wait for all of it. */
const mostBuckets = 500;

/** Works off the log of dirty buckets. Any number of processes may do so at once. */
export class SummaryUpkeep {
  readonly #pool: Pool;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Brings summaries up to date, the newest first; hours before days, since a day is the sum of its hours. Answers how
   * many were, 0 when nothing is left that could be. Throws StoreAway.
   */
  async refresh(now: number, signal?: AbortSignal): Promise<number> {
    const stored = await this.#storedDays();
    let done = 0;
    for (const grain of ['hour', 'day'] as const) {
      for (const bucket of await this.#dirty(grain, now)) {
        if (signal?.aborted === true) {
          return done;
        }
        done += (await this.#refreshOne(bucket, stored, now)) ? 1 : 0;
      }
    }
    return done;
  }

  #refreshOne(bucket: DirtyBucket, stored: ReadonlySet<string>, now: number): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const kept = bucket.rawDays === null || bucket.from >= now - bucket.rawDays * day;
      if (!kept || !stored.has(`${bucket.kind} ${isoDay(bucket.from)}`)) {
        // The rows are gone, the summary stays: it is all that is left of them.
        await run(client, sql`delete from summary_dirty where ${inBucket(bucket)}`);
        return true;
      }
      return bucket.grain === 'day' ? refreshDay(client, bucket, now) : refreshHour(client, bucket, now);
    });
  }

  /** Days with dirty hours wait for them. Of what is not over only the log is kept short, once it is long. */
  async #dirty(grain: 'hour' | 'day', now: number): Promise<DirtyBucket[]> {
    const width = grain === 'hour' ? '1 hour' : '1 day';
    const grains = grain === 'hour' ? ['hour', 'minute'] : ['day'];
    const { rows } = await this.#pool.query<Row>(
      `select d.*, p.days as raw_days from (
        select org_id, app_id, kind, date_bin($1::interval, bucket, 'epoch') as start, count(*)::int as marks,
          bool_or(grain = 'minute') as by_minute
        from summary_dirty where grain = any ($2) group by 1, 2, 3, 4
      ) d left join unnest($6::text[], $7::text[]) as named (kind, data) on named.kind = d.kind
        left join retention_policies p on p.org_id = d.org_id and p.data = named.data and p.tier = 'raw'
      where (by_minute or d.kind = 'performance' or marks > 50 or start + $1::interval <= to_timestamp($3::float8 / 1000))
        and ($4 or not exists (select from summary_dirty h where h.app_id = d.app_id and h.kind = d.kind
          and h.bucket >= d.start and h.bucket < d.start + interval '1 day' and h.grain <> 'day'))
      order by start desc, app_id, d.kind limit $5`,
      [width, grains, now, grain === 'hour', mostBuckets, rowKinds, rowKinds.map((kind) => summaryRetention[kind].data)]
    );
    const length = grain === 'hour' ? hour : day;
    return rows.map(({ org_id, app_id, kind, start, by_minute, raw_days }) => ({
      orgId: Number(org_id),
      appId: app_id,
      kind,
      grain,
      from: start.getTime(),
      to: start.getTime() + length,
      byMinute: by_minute,
      rawDays: raw_days,
    }));
  }

  async #storedDays(): Promise<ReadonlySet<string>> {
    const kinds = new Map(Object.entries(summaryTables).map(([kind, { raw }]) => [raw, kind]));
    const days = (await listPartitions(this.#pool)).filter(({ state }) => state === 'attached');
    return new Set(
      days.map(({ parent, name }) => `${kinds.get(parent) ?? ''} ${name.slice(-8).replace(/(....)(..)/, '$1-$2-')}`)
    );
  }
}

interface Row {
  org_id: string;
  app_id: string;
  kind: RowKind;
  start: Date;
  by_minute: boolean;
  raw_days: number | null;
}
