import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { HeartbeatBox } from '../../domain/health/heartbeats/HeartbeatBox';
import type { Beat } from '../../domain/health/heartbeats/Beat';
import type { Clock } from '../../lib/Clock';
import { withKnownSetting, withTables } from '../connections/withTables';
import { hashOfHeartbeatToken } from './heartbeatToken';

/** Reports of services, each kept at its check: the last one is all that counts. */
export class StoredHeartbeats implements HeartbeatBox {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  async take(token: string, report: Pick<Beat, 'status' | 'message'>): Promise<boolean> {
    const hash = hashOfHeartbeatToken(token);
    const check = await withKnownSetting(this.#pool, 'seamark.heartbeat_hash', hash, (tables) =>
      tables
        .selectFrom('health_checks')
        .select(['id', 'org_id', 'memory'])
        .where('heartbeat_hash', '=', hash)
        .executeTakeFirst()
    );
    if (check === undefined) {
      return false;
    }
    const now = this.#clock.now();
    const beat: Beat = { at: now, ...report };
    // What changes how the service is, is judged at once and not with the next look.
    const isNews = report.status !== 'healthy' || check.memory.status !== 'healthy';
    await withTables(this.#pool, Number(check.org_id), async (tables) => {
      await sql`update health_checks set last_beat = ${JSON.stringify(beat)},
        next_probe_at = case when ${isNews} then least(next_probe_at, ${new Date(now)}) else next_probe_at end
        where id = ${check.id}`.execute(tables);
    });
    return true;
  }
}
