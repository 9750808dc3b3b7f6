import { sql, type Selectable } from 'kysely';
import type { Pool } from 'pg';
import type {
  CreateStatusPage,
  StatusPageService,
  UpdateStatusPage,
} from '../../../src/contract/resources/statusPages';
import { requireVersion } from '../../domain/access/VersionConflict';
import { CheckProblem } from '../../domain/health/checks/CheckProblem';
import type { CheckKeeper } from '../../domain/health/checks/HealthCheckRepository';
import type { KeptStatusPage, StatusPageRepository } from '../../domain/health/statusPages/StatusPageRepository';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { auditAct } from '../audit/appendAudit';
import type { Schema } from '../connections/Schema';
import { takingNames } from '../connections/takingNames';
import { withTables, type Tables } from '../connections/withTables';
import { readPage } from '../pages/readPage';

type StatusPageRow = Selectable<Schema['status_pages']>;

const names = { status_pages_slug: 'status page' };

/** Public status pages in the database; every change leaves an entry in the audit log. */
export class StoredStatusPages implements StatusPageRepository {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  list(who: CheckKeeper, request: { limit: number; cursor: string | undefined }) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const page = await readPage(tables.selectFrom('status_pages').selectAll(), request);
      return { ...page, items: page.items.map(pageOf) };
    });
  }

  get(who: CheckKeeper, id: string): Promise<KeptStatusPage | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readStatusPage(tables, id);
      return row && pageOf(row);
    });
  }

  create(who: CheckKeeper, { slug, title, ...more }: CreateStatusPage): Promise<KeptStatusPage> {
    const now = this.#clock.now();
    const { description = '', enabled = false, services = [] } = more;
    return takingNames(this.#pool, who.orgId, names, slug, async (tables) => {
      await checkServices(tables, services);
      const row = await tables
        .insertInto('status_pages')
        .values({
          id: uuidV7(now),
          org_id: who.orgId,
          slug,
          title,
          description,
          enabled,
          services: JSON.stringify(services),
          created_at: new Date(now),
          updated_at: new Date(now),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const entry = { action: 'status_page.create', subject: row.id, details: { slug, enabled } };
      await auditAct(tables, who, entry, now);
      return pageOf(row);
    });
  }

  update(who: CheckKeeper, id: string, change: UpdateStatusPage): Promise<KeptStatusPage | undefined> {
    const now = this.#clock.now();
    const { expected_version: expected, services, ...plain } = change;
    return takingNames(this.#pool, who.orgId, names, change.slug, async (tables) => {
      const before = await readStatusPage(tables, id, 'lock');
      if (before === undefined) {
        return undefined;
      }
      requireVersion(expected, before.version);
      await checkServices(tables, services ?? []);
      const row = await tables
        .updateTable('status_pages')
        .set({
          ...plain,
          ...(services && { services: JSON.stringify(services) }),
          version: before.version + 1,
          updated_at: new Date(now),
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const details = { fields: Object.keys({ ...plain, ...(services && { services }) }), enabled: row.enabled };
      await auditAct(tables, who, { action: 'status_page.update', subject: id, details }, now);
      return pageOf(row);
    });
  }

  delete(who: CheckKeeper, id: string): Promise<boolean> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await tables.deleteFrom('status_pages').where('id', '=', id).returningAll().executeTakeFirst();
      if (row === undefined) {
        return false;
      }
      const entry = { action: 'status_page.delete', subject: id, details: { slug: row.slug } };
      await auditAct(tables, who, entry, this.#clock.now());
      return true;
    });
  }
}

/** Policies show the checks of the own organisation only: those of another are not there. */
async function checkServices(tables: Tables, services: readonly StatusPageService[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from health_checks where id = any(${services.map(({ check_id }) => check_id)}::uuid[])`.execute(tables);
  const missing = services.findIndex(({ check_id: id }) => !rows.some((row) => row.id === id));
  if (missing !== -1) {
    throw new CheckProblem(`services.${missing}.check_id`, 'is no check of this organisation');
  }
}

function readStatusPage(tables: Tables, id: string, lock?: 'lock'): Promise<StatusPageRow | undefined> {
  const query = tables.selectFrom('status_pages').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

function pageOf(row: StatusPageRow): KeptStatusPage {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    enabled: row.enabled,
    services: row.services,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
