import type { Pool } from 'pg';
import type { PathRegistry } from '../../domain/ingest/IdentityKeys';
import type { Clock } from '../../lib/Clock';
import { minute } from '../../lib/duration';
import { LimitedMap } from '../../lib/LimitedMap';
import { withOrganisation } from '../connections/withOrganisation';

interface AppOfPath {
  orgId: number;
  appId: string;
}

interface KnownPaths {
  paths: Set<string>;
  loadedAt: number;
}

/** Semantics, "URLs". */
const mostPaths = 1_000;
const other = 'other';
/** A B-tree entry holds 2,704 bytes; a longer path is no path that a person would name. */
const longestPath = 1_024;
/** How soon an app that was full notices that someone made room. */
const lookAgainAfterMs = minute;

/** Page paths in `page_paths`. Known ones are answered from memory; a new one is registered before it is used. */
export class StoredPathRegistry implements PathRegistry {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #apps = new LimitedMap<string, KnownPaths>(1_000);
  /** One registration an app at a time: a burst of new paths is one transaction after another, not all of the pool. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #wanted = new Map<string, Set<string>>();

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Throws StoreAway for a path that is not known here while the database cannot be asked. */
  resolve(app: AppOfPath, path: string): string | Promise<string> {
    const known = this.#apps.get(app.appId);
    if (known?.paths.has(path) === true) {
      return path;
    }
    if (path === other || !isStorable(path) || this.#isFull(known)) {
      return other;
    }
    return this.#register(app, path);
  }

  #isFull(known: KnownPaths | undefined): boolean {
    return (
      known !== undefined &&
      known.paths.size >= mostPaths &&
      Math.abs(this.#clock.now() - known.loadedAt) < lookAgainAfterMs
    );
  }

  async #register(app: AppOfPath, path: string): Promise<string> {
    const wanted = this.#wanted.get(app.appId) ?? new Set();
    wanted.add(path);
    this.#wanted.set(app.appId, wanted);
    // What was asked for while one transaction ran goes into the next.
    await this.#underWay.get(app.appId)?.catch(() => undefined);
    if (this.#apps.get(app.appId)?.paths.has(path) !== true) {
      await this.#registerWanted(app);
    }
    return this.#apps.get(app.appId)?.paths.has(path) === true ? path : other;
  }

  #registerWanted(app: AppOfPath): Promise<void> {
    const underWay = this.#underWay.get(app.appId);
    if (underWay !== undefined) {
      return underWay;
    }
    const wanted = [...(this.#wanted.get(app.appId) ?? [])];
    this.#wanted.delete(app.appId);
    const registering = this.#exchange(app, wanted).finally(() => this.#underWay.delete(app.appId));
    this.#underWay.set(app.appId, registering);
    return registering;
  }

  /** Adds what still fits, in the order asked, and reads what there is now, also from other processes. */
  async #exchange({ orgId, appId }: AppOfPath, wanted: readonly string[]): Promise<void> {
    const loadedAt = this.#clock.now();
    const paths = await withOrganisation(this.#pool, orgId, async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('seamark.page_paths.' || $1::text, 0))`, [
        appId,
      ]);
      await client.query(
        `insert into page_paths (org_id, app_id, page_path)
          select $1::bigint, $2::uuid, wanted.path
          from unnest($3::text[]) with ordinality as wanted(path, place)
          where not exists (select from page_paths p where p.app_id = $2 and p.page_path = wanted.path)
          order by wanted.place
          limit greatest(0, $4 - (select count(*) from page_paths p where p.app_id = $2))
          on conflict do nothing`,
        [orgId, appId, wanted, mostPaths]
      );
      const { rows } = await client.query<{ page_path: string }>(
        'select page_path from page_paths where app_id = $1 limit $2',
        [appId, mostPaths]
      );
      return rows.map((row) => row.page_path);
    });
    this.#apps.set(appId, { paths: new Set(paths), loadedAt });
  }
}

function isStorable(path: string): boolean {
  return Buffer.byteLength(path) <= longestPath && !path.includes('\u0000');
}
