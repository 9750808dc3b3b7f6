import { sql } from 'kysely';
import type { Pool } from 'pg';
import { withCheckDefaults } from '../../domain/health/checks/checkDefaults';
import type { Beat } from '../../domain/health/heartbeats/Beat';
import type { OwnHealth } from '../../domain/health/own/OwnHealth';
import { ownBeat, ownServices, type OwnService } from '../../domain/health/own/ownServices';
import { newCheckMemory } from '../../domain/health/status/CheckMemory';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn, withTables } from '../connections/withTables';

/** Grafana's main organisation, which every installation has: who runs the server looks there. */
const orgId = 1;

/** Checks of Seamark's own parts: heartbeats whose reports come from inside, so nobody needs their address. */
export class StoredOwnHealth implements OwnHealth {
  readonly #app: Pool;
  readonly #jobs: Pool;
  readonly #clock: Clock;

  /** @param jobs logs in as the jobs role */
  constructor(app: Pool, jobs: Pool, clock: Clock) {
    this.#app = app;
    this.#jobs = jobs;
    this.#clock = clock;
  }

  ensure(): Promise<void> {
    const now = this.#clock.now();
    const at = new Date(now);
    return withTables(this.#app, orgId, async (tables) => {
      for (const [service_name, description] of Object.entries(ownServices)) {
        const check = withCheckDefaults({
          ...{ service_name, description, kind: 'heartbeat', settings: { ...ownBeat }, group_name: 'Seamark' },
        });
        await tables
          .insertInto('health_checks')
          .values({
            ...check,
            id: uuidV7(now),
            org_id: orgId,
            settings: JSON.stringify(check.settings),
            assertions: JSON.stringify(check.assertions),
            labels: JSON.stringify(check.labels),
            sealed_secrets: null,
            stored_secrets: [],
            heartbeat_hash: null,
            memory: JSON.stringify(newCheckMemory),
            next_probe_at: at,
            created_at: at,
            updated_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    });
  }

  async report(service: OwnService, { status, message }: Pick<Beat, 'status' | 'message'>): Promise<void> {
    const beat: Beat = { at: this.#clock.now(), status, message };
    await inTransaction(this.#jobs, async (client) => {
      await sql`update health_checks set last_beat = ${JSON.stringify(beat)}
        where org_id = ${orgId} and service_name = ${service} and kind = 'heartbeat'`.execute(tablesOn(client));
    });
  }

  async overdueMessages(time: number): Promise<number> {
    const { rows } = await this.#jobs.query<{ overdue: number }>(
      `select count(*)::int as overdue from notification_deliveries
        where status = 'waiting' and next_attempt_at < $1`,
      [new Date(time)]
    );
    return rows[0]?.overdue ?? 0;
  }
}
