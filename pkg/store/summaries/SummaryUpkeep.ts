import { sql } from 'kysely';
import type { Pool } from 'pg';
import { rowKinds, type RowKind } from '../../../src/contract/query/kinds';
import { summaryRetention } from '../../domain/summaries/summaryRetention';
import { day, second } from '../../lib/duration';
import { inTransaction } from '../connections/withOrganisation';
import { isoDay } from '../partitions/daysAhead';
import { listPartitions } from '../partitions/dropPartitions';
import { grainLength } from './grainLength';
import { inBucket, run } from './inBucket';
import type { BucketRange } from './recompute';
import { refreshHour } from './refreshHour';
import { refreshSum } from './refreshSum';
import { summaryTables } from './SummaryTable';

interface DirtyBucket extends BucketRange {
  grain: RefreshedGrain;
  /** Its minutes are marked. */
  byMinute: boolean;
  /** How long the organisation keeps raw rows; null: as long as all. */
  rawDays: number | null;
}

const refreshedGrains = ['hour', 'six_hours', 'day', 'week'] as const;
type RefreshedGrain = (typeof refreshedGrains)[number];

/** Marks of which grains stand for a bucket, and marks of which grains within it come first. */
const grains: Readonly<Record<RefreshedGrain, { marks: string[]; first: string[] }>> = {
  hour: { marks: ['hour', 'minute'], first: [] },
  six_hours: { marks: ['six_hours'], first: ['hour', 'minute'] },
  day: { marks: ['day'], first: ['hour', 'minute'] },
  week: { marks: ['week'], first: ['hour', 'minute', 'day'] },
};

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
   * Brings summaries up to date, the newest first; hours before what is the sum of them, days before weeks. Answers
   * how many were, 0 when nothing is left that could be. Throws StoreAway.
   */
  async refresh(now: number, signal?: AbortSignal): Promise<number> {
    const stored = await this.#storedDays();
    let done = 0;
    for (const grain of refreshedGrains) {
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
    const { grain, kind, from, rawDays } = bucket;
    return inTransaction(this.#pool, async (client) => {
      if (grain === 'week') {
        // Made of days, which outlive raw rows.
        return refreshSum(client, { ...bucket, grain }, now);
      }
      const kept = rawDays === null || from >= now - rawDays * day;
      if (!kept || !stored.has(`${kind} ${isoDay(from)}`)) {
        // The rows are gone, the summary stays: it is all that is left of them.
        const { marks } = grains[grain];
        await run(client, sql`delete from summary_dirty where grain = any (${marks}::text[]) and ${inBucket(bucket)}`);
        return true;
      }
      return grain === 'hour' ? refreshHour(client, bucket, now) : refreshSum(client, { ...bucket, grain }, now);
    });
  }

  /** What has dirty parts waits for them. Of what is not over only the log is kept short, once it is long. */
  async #dirty(grain: RefreshedGrain, now: number): Promise<DirtyBucket[]> {
    const { marks, first } = grains[grain];
    const length = grainLength[grain];
    const { rows } = await this.#pool.query<Row>(
      `select d.*, p.days as raw_days from (
        select org_id, app_id, kind, date_bin(make_interval(secs => $1), bucket, 'epoch') as start, count(*)::int as marks,
          bool_or(grain = 'minute') as by_minute
        from summary_dirty where grain = any ($2) group by 1, 2, 3, 4
      ) d left join unnest($6::text[], $7::text[]) as named (kind, data) on named.kind = d.kind
        left join retention_policies p on p.org_id = d.org_id and p.data = named.data and p.tier = 'raw'
      where (by_minute or d.kind = 'performance' or marks > 50 or start + make_interval(secs => $1) <= to_timestamp($3::float8 / 1000))
        and not exists (select from summary_dirty h where h.app_id = d.app_id and h.kind = d.kind
          and h.bucket >= d.start and h.bucket < d.start + make_interval(secs => $1) and h.grain = any ($4))
      order by start desc, app_id, d.kind limit $5`,
      [length / second, marks, now, first, mostBuckets, rowKinds, rowKinds.map((kind) => summaryRetention[kind].data)]
    );
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
