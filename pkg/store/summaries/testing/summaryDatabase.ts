import { Pool } from 'pg';
import type { Frame } from '../../../../src/contract/query/Frame';
import type { Query } from '../../../../src/contract/query/Query';
import { createQueryRunner } from '../../../domain/query/createQueryRunner';
import type { TimeRange } from '../../../domain/query/QueryRunner';
import type { RowSet } from '../../../domain/ingest/rows';
import { systemClock } from '../../../lib/Clock';
import { second } from '../../../lib/duration';
import { createQueryStore } from '../../query/createQueryStore';
import { seedApp } from '../../query/testing/seedRows';
import { openTestWriter } from '../../testing/openTestWriter';
import { rowSet } from '../../testing/sampleRows';
import type { TestDatabase } from '../../testing/testDatabase';
import { withClient } from '../../testing/withClient';
import type { GroupCommitWriter } from '../../writer/GroupCommitWriter';
import { SummaryUpkeep } from '../SummaryUpkeep';

/** Passes after which everything must be up to date: an hour may mark one before it, its day, and that its week. */
const mostPasses = 20;

export interface Answer {
  source: unknown;
  frames: Frame[];
}

/** A database with the parts that write rows, keep summaries up to date and answer queries. Call `end` in the last test. */
export class SummaryDatabase {
  readonly #db: TestDatabase;
  readonly jobs: Pool;
  readonly query: Pool;
  readonly upkeep: SummaryUpkeep;
  #writer: GroupCommitWriter;

  constructor(db: TestDatabase) {
    this.#db = db;
    this.jobs = new Pool({ connectionString: db.urlFor('jobs'), max: 4 });
    this.query = new Pool({ connectionString: db.urlFor('query'), max: 2 });
    this.upkeep = new SummaryUpkeep(this.jobs);
    this.#writer = openTestWriter(this.#db);
  }

  app(name: string): Promise<string> {
    return seedApp(this.#db, 1, name);
  }

  async write(rows: Partial<RowSet>): Promise<void> {
    // A lower limit of the queue than of a test's patience: the connection is made first.
    for (;;) {
      try {
        await this.#writer.write(rowSet(rows));
        return;
      } catch (error) {
        if (this.#writer.available) {
          throw error;
        }
      }
    }
  }

  /**
   * The same with marks of minutes, as the writer leaves them when very much comes in; vitals always have marks of hours.
   * Nobody may work off the log meanwhile.
   */
  async writeByMinute(appId: string, rows: Partial<RowSet>): Promise<void> {
    const known = await this.asJobs('select ctid::text as place from summary_dirty');
    await this.write(rows);
    const minutes = (rows.analytics_events ?? []).map(({ timestamp }) => timestamp / second);
    await this.asJobs(
      `with changed as (
        delete from summary_dirty where app_id = $1 and grain = 'hour' and kind <> 'performance'
          and ctid::text <> all ($2::text[]) returning org_id, app_id, kind, bucket
      )
      insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select distinct c.org_id, c.app_id, date_bin('1 minute', to_timestamp(t), 'epoch'), c.kind, 'minute'
        from changed c join unnest($3::float8[]) t on date_bin('1 hour', to_timestamp(t), 'epoch') = c.bucket`,
      [appId, known.map(({ place }) => place), minutes]
    );
  }

  /** As another process, which knows nothing of what this one wrote. */
  async restartWriter(): Promise<void> {
    await this.#writer.drain();
    this.#writer = openTestWriter(this.#db);
  }

  /** Works off all of the log. */
  async refresh(now: number): Promise<void> {
    for (let pass = 0; pass < mostPasses; pass += 1) {
      await this.upkeep.refresh(now);
      if ((await this.marks(now)) === 0) {
        return;
      }
    }
    throw new Error('the log of dirty buckets is never empty');
  }

  /** Marks of buckets that are over. */
  async marks(now: number): Promise<number> {
    const { rows } = await this.jobs.query<{ n: number }>(
      `select count(*)::int as n from summary_dirty
        where bucket + case grain when 'week' then interval '7 days' when 'day' then interval '1 day'
          when 'six_hours' then interval '6 hours'
            when 'hour' then interval '1 hour' else interval '1 minute' end
          <= to_timestamp($1::float8 / 1000)`,
      [now]
    );
    return rows[0]?.n ?? 0;
  }

  async asJobs(statement: string, values: unknown[] = []): Promise<Array<Record<string, unknown>>> {
    return withClient(this.#db.urlFor('jobs'), async (client) => (await client.query(statement, values)).rows);
  }

  /** The same question to summaries and to raw rows. */
  async both(query: Partial<Query>, range: TimeRange, intervalMs = 1): Promise<{ summed: Answer; raw: Answer }> {
    return {
      summed: await this.#ask(query, range, intervalMs, true),
      raw: await this.#ask(query, range, intervalMs, false),
    };
  }

  async end(): Promise<void> {
    await this.#writer.drain();
    await this.jobs.end();
    await this.query.end();
  }

  async #ask(query: Partial<Query>, range: TimeRange, intervalMs: number, summaries: boolean): Promise<Answer> {
    const runner = createQueryRunner({ store: createQueryStore({ pool: this.query, summaries }), clock: systemClock });
    const frames = await runner.run(
      { refId: 'A', kind: 'events', limit: 1000, ...query },
      { who: { orgId: 1, seesPersonal: true }, range, intervalMs, maxDataPoints: 10_000 }
    );
    return { source: Reflect.get(Object(frames[0]?.meta?.custom), 'source'), frames };
  }
}
