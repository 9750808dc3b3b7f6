import { sql } from 'kysely';
import { hour, minute } from '../../lib/duration';
import type { Tables } from '../connections/withTables';

/** Marks of an hour that this process leaves while it is under way: few, for from fifty on it is calculated at once. */
const markEveryMs = 4 * minute;

/**
 * Notes that the summaries of an hour are out of date. The hour that is under way stays marked anyhow, until it is over;
 * so most results of it need no mark of their own. Those of its last minutes get one each: their hour may be calculated
 * before they are stored.
 */
export class HealthMarks {
  readonly #last = new Map<string, number>();

  /** In the transaction of the result. @param at of the result, epoch milliseconds */
  async mark(tables: Tables, orgId: string, at: number): Promise<void> {
    const start = Math.floor(at / hour) * hour;
    const key = `${orgId} ${start}`;
    const before = this.#last.get(key);
    const isLate = at >= start + hour - 2 * minute;
    if (before !== undefined && at - before < markEveryMs && at >= before && !isLate) {
      return;
    }
    await sql`insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      values (${orgId}, checks_app(${orgId}::bigint), ${new Date(start)}, 'health', 'hour')`.execute(tables);
    for (const [old, time] of this.#last) {
      if (time < start - hour) {
        this.#last.delete(old);
      }
    }
    this.#last.set(key, at);
  }
}
