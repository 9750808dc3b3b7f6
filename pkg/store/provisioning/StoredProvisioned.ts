import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { ProvisionedRegistry, ProvisionedThing } from '../../domain/asCode/ProvisionedRegistry';
import type { Clock } from '../../lib/Clock';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn, withTables } from '../connections/withTables';

/** What came from files, in the database. */
export class StoredProvisioned implements ProvisionedRegistry {
  readonly #app: Pool;
  readonly #jobs: Pool;
  readonly #clock: Clock;

  /** @param jobs sees all organisations */
  constructor(app: Pool, jobs: Pool, clock: Clock) {
    this.#app = app;
    this.#jobs = jobs;
    this.#clock = clock;
  }

  all(): Promise<ProvisionedThing[]> {
    return inTransaction(this.#jobs, async (client) => {
      const { rows } = await sql<{
        org_id: string;
        kind: string;
        name: string;
        id: string;
        file: string;
        hash: string;
      }>`
        select org_id, kind, name, id, file, hash from provisioned_things`.execute(tablesOn(client));
      return rows.map(({ org_id, ...thing }) => ({ orgId: Number(org_id), ...thing }));
    });
  }

  put({ orgId, kind, name, id, file, hash }: ProvisionedThing): Promise<void> {
    const at = new Date(this.#clock.now());
    return withTables(this.#app, orgId, async (tables) => {
      await sql`insert into provisioned_things (org_id, kind, name, id, file, hash, applied_at)
        values (${orgId}, ${kind}, ${name}, ${id}, ${file}, ${hash}, ${at})
        on conflict (org_id, kind, name) do update
        set id = excluded.id, file = excluded.file, hash = excluded.hash, applied_at = excluded.applied_at`.execute(
        tables
      );
    });
  }

  remove({ orgId, kind, name }: Pick<ProvisionedThing, 'orgId' | 'kind' | 'name'>): Promise<void> {
    return withTables(this.#app, orgId, async (tables) => {
      await sql`delete from provisioned_things where kind = ${kind} and name = ${name}`.execute(tables);
    });
  }

  files(orgId: number, kind: string): Promise<ReadonlyMap<string, string>> {
    return withTables(this.#app, orgId, async (tables) => {
      const { rows } = await sql<{ id: string; file: string }>`
        select id, file from provisioned_things where kind = ${kind}`.execute(tables);
      return new Map(rows.map(({ id, file }) => [id, file]));
    });
  }

  /** The lock is the transaction's: a process that dies leaves it. */
  alone(act: () => Promise<void>): Promise<boolean> {
    return inTransaction(this.#jobs, async (client) => {
      const { rows } = await sql<{ is_mine: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended('seamark.provisioning', 0)) as is_mine`.execute(
        tablesOn(client)
      );
      const isMine = rows[0]?.is_mine === true;
      if (isMine) {
        await act();
      }
      return isMine;
    });
  }
}
