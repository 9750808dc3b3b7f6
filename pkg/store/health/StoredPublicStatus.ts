import { sql, type Selectable } from 'kysely';
import type { Pool } from 'pg';
import type { PublicService, PublicStatus, PublicStatusSource } from '../../domain/health/statusPages/PublicStatus';
import type { Clock } from '../../lib/Clock';
import { readMutes } from '../alerting/silences/readMutes';
import type { Schema } from '../connections/Schema';
import { withKnownSetting, withTables } from '../connections/withTables';
import { checkOf, type CheckRow } from './checkOf';
import { readUptime } from './readUptime';

type StatusPageRow = Selectable<Schema['status_pages']>;

interface OpenIncident {
  check_id: string;
  status: 'degraded' | 'down';
  started_at: Date;
}

/** What public pages show: what was chosen, under the names that were chosen for it. */
export class StoredPublicStatus implements PublicStatusSource {
  readonly #pools: Readonly<Record<'app' | 'query', Pool>>;
  readonly #clock: Clock;

  constructor(pools: Readonly<Record<'app' | 'query', Pool>>, clock: Clock) {
    this.#pools = pools;
    this.#clock = clock;
  }

  async read(slug: string): Promise<PublicStatus | undefined> {
    const page = await withKnownSetting(this.#pools.app, 'seamark.status_slug', slug, (tables) =>
      tables
        .selectFrom('status_pages')
        .selectAll()
        .where('slug', '=', slug)
        .where('enabled', '=', true)
        .executeTakeFirst()
    );
    return page && this.#show(page);
  }

  async #show({ org_id, title, description, services: chosen }: StatusPageRow): Promise<PublicStatus> {
    const orgId = Number(org_id);
    const now = this.#clock.now();
    const ids = chosen.map(({ check_id: id }) => id);
    const { checks, open } = await withTables(this.#pools.app, orgId, async (tables) => {
      const mutes = await readMutes(tables, orgId, now);
      const { rows } = await sql<CheckRow>`select * from health_checks where id = any(${ids}::uuid[])`.execute(tables);
      const incidents = await sql<OpenIncident>`select check_id, status, started_at from incidents
        where ended_at is null and check_id = any(${ids}::uuid[]) order by started_at desc`.execute(tables);
      return { checks: new Map(rows.map((row) => [row.id, checkOf(row, mutes, now)])), open: incidents.rows };
    });
    const services: PublicService[] = [];
    for (const { check_id: id, display_name: name } of chosen) {
      const check = checks.get(id);
      const uptime = check && (await readUptime(this.#pools, orgId, id, now));
      // A check that was deleted since is nothing that anybody waits for.
      if (check !== undefined && uptime !== undefined) {
        services.push({
          name,
          status: check.enabled ? check.status : null,
          in_maintenance: check.in_maintenance,
          uptime: uptime.quarter.uptime,
          days: uptime.days.map((each) => ({ date: each.from.slice(0, 10), uptime: each.uptime })),
        });
      }
    }
    const nameOf = new Map(chosen.map(({ check_id: id, display_name: name }) => [id, name]));
    const incidents = open.map(({ check_id: id, status, started_at }) => ({
      service: nameOf.get(id) ?? '',
      status,
      started_at: started_at.toISOString(),
    }));
    return { title, description, services, incidents };
  }
}
