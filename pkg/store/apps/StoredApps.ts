import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import {
  defaultRateLimit,
  type App,
  type AppKey,
  type CreateApp,
  type FirstData,
  type KeyScope,
  type UpdateApp,
} from '../../../src/contract/resources/apps';
import type { AppRepository, PageOf, PageRequest } from '../../domain/access/AppRepository';
import type { Identity } from '../../domain/access/Identity';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { auditAct } from '../audit/appendAudit';
import { withTables, type Tables } from '../connections/withTables';
import { readPage } from '../pages/readPage';
import { appOf, keyOf } from './appOf';
import { readFirstData } from './readFirstData';

/** Apps and keys in the database; every change leaves an entry in the audit log. */
export class StoredApps implements AppRepository {
  readonly #pool: Pool;
  readonly #readers: Pool;
  readonly #clock: Clock;

  /** @param readers logs in as the query role: what has arrived is no business of the app role */
  constructor(pool: Pool, readers: Pool, clock: Clock) {
    this.#pool = pool;
    this.#readers = readers;
    this.#clock = clock;
  }

  list(who: Identity, request: PageRequest): Promise<PageOf<App>> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const page = await readPage(tables.selectFrom('apps').selectAll().where('deleted_at', 'is', null), request);
      const keys = await keysOf(
        tables,
        page.items.map((row) => row.id)
      );
      return { ...page, items: page.items.map((row) => appOf(row, keys)) };
    });
  }

  create(who: Identity, app: CreateApp): Promise<App> {
    const now = this.#clock.now();
    const id = uuidV7(now);
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await tables
        .insertInto('apps')
        .values({
          id,
          org_id: who.orgId,
          name: app.name,
          allowed_origins: app.allowed_origins ?? [],
          consent_mode: app.consent_mode ?? 'required',
          without_consent: app.without_consent ?? 'anonymous',
          trust_client_critical: app.trust_client_critical ?? false,
          rate_limit: rateLimitColumn(app.rate_limit === undefined ? defaultRateLimit : app.rate_limit),
          severity_rules: JSON.stringify(app.severity_rules ?? []),
          routes: app.routes ?? [],
          fields: app.fields ?? null,
          created_at: new Date(now),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const key = await insertKey(tables, { orgId: who.orgId, appId: id, scope: 'browser', now });
      await this.#audit(tables, who, 'app.create', id, { name: app.name });
      return appOf(row, [key]);
    });
  }

  get(who: Identity, id: string): Promise<App | undefined> {
    return withTables(this.#pool, who.orgId, (tables) => readApp(tables, id));
  }

  update(who: Identity, id: string, change: UpdateApp): Promise<App | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { rate_limit, severity_rules, ...columns } = change;
      const changes = {
        ...columns,
        ...(rate_limit !== undefined && { rate_limit: rateLimitColumn(rate_limit) }),
        ...(severity_rules !== undefined && { severity_rules: JSON.stringify(severity_rules) }),
      };
      const fields = Object.keys(changes);
      if (fields.length > 0) {
        const { numUpdatedRows } = await tables
          .updateTable('apps')
          .set(changes)
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) {
          await this.#audit(tables, who, 'app.update', id, { fields });
        }
      }
      return readApp(tables, id);
    });
  }

  delete(who: Identity, id: string): Promise<boolean> {
    const deleted_at = new Date(this.#clock.now());
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { numUpdatedRows } = await tables
        .updateTable('apps')
        .set({ deleted_at })
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        return false;
      }
      await tables
        .updateTable('app_keys')
        .set({ revoked_at: deleted_at })
        .where('app_id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
      await this.#audit(tables, who, 'app.delete', id, {});
      return true;
    });
  }

  createKey(who: Identity, id: string, scope: KeyScope): Promise<AppKey | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      if ((await readApp(tables, id)) === undefined) {
        return undefined;
      }
      const key = await insertKey(tables, { orgId: who.orgId, appId: id, scope, now: this.#clock.now() });
      await this.#audit(tables, who, 'app_key.create', key.id, { app_id: id, scope });
      return keyOf(key);
    });
  }

  revokeKey(who: Identity, id: string, keyId: string): Promise<boolean> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { numUpdatedRows } = await tables
        .updateTable('app_keys')
        .set({ revoked_at: new Date(this.#clock.now()) })
        .where('id', '=', keyId)
        .where('app_id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        return false;
      }
      await this.#audit(tables, who, 'app_key.revoke', keyId, { app_id: id });
      return true;
    });
  }

  async firstData(who: Identity, id: string): Promise<FirstData | undefined> {
    const app = await this.get(who, id);
    return app === undefined ? undefined : readFirstData(this.#readers, who.orgId, id);
  }

  #audit(
    tables: Tables,
    who: Identity,
    action: string,
    subject: string,
    details: Record<string, unknown>
  ): Promise<void> {
    return auditAct(tables, who, { action, subject, details }, this.#clock.now());
  }
}

async function readApp(tables: Tables, id: string): Promise<App | undefined> {
  const row = await tables
    .selectFrom('apps')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && appOf(row, await keysOf(tables, [id]));
}

async function keysOf(tables: Tables, apps: readonly string[]) {
  if (apps.length === 0) {
    return [];
  }
  return tables.selectFrom('app_keys').selectAll().where('app_id', 'in', apps).orderBy('id').execute();
}

function insertKey(tables: Tables, key: { orgId: number; appId: string; scope: KeyScope; now: number }) {
  return tables
    .insertInto('app_keys')
    .values({
      id: uuidV7(key.now),
      org_id: key.orgId,
      app_id: key.appId,
      key: randomBytes(16).toString('hex'),
      scope: key.scope,
      created_at: new Date(key.now),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Null lifts the limit, as SQL NULL and not as JSON's. */
function rateLimitColumn(limit: App['rate_limit']): string | null {
  return limit === null ? null : JSON.stringify(limit);
}
