import type { Pool, PoolClient } from 'pg';
import type { VisitorKey, VisitorSessions } from '../../domain/ingest/IdentityKeys';
import { nameVisit } from '../../domain/sessions/nameVisit';
import { placeVisit, type VisitWindow } from '../../domain/sessions/placeVisit';
import type { Clock } from '../../lib/Clock';
import { day } from '../../lib/duration';
import { LimitedMap } from '../../lib/LimitedMap';
import { withOrganisation } from '../connections/withOrganisation';

type Windows = readonly VisitWindow[];
/** A session in the column: named, start, end. */
type StoredWindow = readonly [named: number, start: number, end: number];

/** A visitor that came without a session, when, and who waits for the answer. */
interface Wanted {
  visitor: VisitorKey;
  times: readonly number[];
  resolve: (ids: readonly string[]) => void;
  reject: (cause: unknown) => void;
}

/** About 10 MB when full. */
const mostVisitors = 20_000;
const mostTogether = 500;
/** A row is gone after that; so is what a row that stays holds. */
const longestMemory = 2 * day;

/**
 * Sessions in `visitor_sessions`. What memory knows of a session is never wrong, only short: an event inside it is answered
 * at once. For all others the database decides, which locks the visitor's row, so that processes agree; what comes while one
 * transaction runs goes into the next.
 */
export class StoredVisitorSessions implements VisitorSessions {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #known = new LimitedMap<string, Windows>(mostVisitors);
  /** By organisation, for a transaction speaks for one; there while someone works it off. */
  readonly #queues = new Map<number, Wanted[]>();

  /** @param pool logs in as the app role */
  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  resolve(visitor: VisitorKey, times: readonly number[]): readonly string[] | Promise<readonly string[]> {
    const known = this.#known.get(keyOf(visitor)) ?? [];
    const placed = placeAll(known, times);
    if (placed.windows === known) {
      return namesOf(visitor, placed.named);
    }
    return new Promise((resolve, reject) => this.#enqueue({ visitor, times, resolve, reject }));
  }

  #enqueue(wanted: Wanted): void {
    const { orgId } = wanted.visitor;
    const queue = this.#queues.get(orgId);
    if (queue !== undefined) {
      queue.push(wanted);
      return;
    }
    this.#queues.set(orgId, [wanted]);
    void this.#workOff(orgId);
  }

  /** Never rejects: who waits is told. */
  async #workOff(orgId: number): Promise<void> {
    for (;;) {
      const queue = this.#queues.get(orgId) ?? [];
      const together = queue.splice(0, mostTogether);
      if (together.length === 0) {
        this.#queues.delete(orgId);
        return;
      }
      try {
        const found = await this.#exchange(orgId, together);
        for (const { visitor, times, resolve } of together) {
          resolve(namesOf(visitor, placeAll(found.get(keyOf(visitor)) ?? [], times).named));
        }
      } catch (cause) {
        together.forEach(({ reject }) => reject(cause));
      }
    }
  }

  /** Places the visits among those that other processes know of, and stores what that changes. */
  async #exchange(orgId: number, together: readonly Wanted[]): Promise<Map<string, Windows>> {
    const now = this.#clock.now();
    const visitors = new Map(together.map(({ visitor }) => [keyOf(visitor), visitor]));
    const found = await withOrganisation(this.#pool, orgId, async (client) => {
      const windows = await lockVisitors(client, orgId, [...visitors.values()], now);
      const before = new Map(windows);
      for (const { visitor, times } of together) {
        const key = keyOf(visitor);
        windows.set(key, placeAll(windows.get(key) ?? [], times).windows);
      }
      const changed = [...visitors].filter(([key]) => windows.get(key) !== before.get(key));
      await storeVisits(
        client,
        changed.map(([key, visitor]) => ({ visitor, windows: windows.get(key) ?? [] })),
        now
      );
      return windows;
    });
    for (const [key, windows] of found) {
      this.#known.set(key, windows);
    }
    return found;
  }
}

/** Rows of visitors, made where there are none, locked until the transaction ends: in one order, so that none waits for ever. */
async function lockVisitors(
  client: PoolClient,
  orgId: number,
  visitors: readonly VisitorKey[],
  now: number
): Promise<Map<string, Windows>> {
  const keys = [visitors.map(({ appId }) => appId), visitors.map(({ visitorId }) => visitorId)];
  await client.query(
    `insert into visitor_sessions (org_id, app_id, visitor_id, updated_at, windows)
      select $1::bigint, v.app_id, v.visitor_id, $2, '[]'::jsonb from unnest($3::uuid[], $4::uuid[]) v (app_id, visitor_id)
      order by 2, 3 on conflict do nothing`,
    [orgId, new Date(now), ...keys]
  );
  const { rows } = await client.query<{ app_id: string; visitor_id: string; windows: StoredWindow[] }>(
    `select s.app_id, s.visitor_id, s.windows from visitor_sessions s
      where (s.app_id, s.visitor_id) in (select v.app_id, v.visitor_id from unnest($1::uuid[], $2::uuid[]) v (app_id, visitor_id))
      order by s.app_id, s.visitor_id for update of s`,
    keys
  );
  return new Map(
    rows.map(({ app_id, visitor_id, windows }) => [
      keyOf({ orgId, appId: app_id, visitorId: visitor_id }),
      windows.map(([named, start, end]) => ({ named, start, end })).filter(({ end }) => end > now - longestMemory),
    ])
  );
}

async function storeVisits(
  client: PoolClient,
  visits: ReadonlyArray<{ visitor: VisitorKey; windows: Windows }>,
  now: number
): Promise<void> {
  if (visits.length === 0) {
    return;
  }
  await client.query(
    `update visitor_sessions s set windows = v.windows, updated_at = $1
      from unnest($2::uuid[], $3::uuid[], $4::jsonb[]) v (app_id, visitor_id, windows)
      where s.app_id = v.app_id and s.visitor_id = v.visitor_id`,
    [
      new Date(now),
      visits.map(({ visitor }) => visitor.appId),
      visits.map(({ visitor }) => visitor.visitorId),
      visits.map(({ windows }) => JSON.stringify(windows.map(({ named, start, end }) => [named, start, end]))),
    ]
  );
}

function placeAll(windows: Windows, times: readonly number[]): { windows: Windows; named: number[] } {
  let placed = windows;
  const named = times.map((time) => {
    const { windows: next, window } = placeVisit(placed, time);
    placed = next;
    return window.named;
  });
  return { windows: placed, named };
}

function namesOf({ appId, visitorId }: VisitorKey, named: readonly number[]): string[] {
  return named.map((minute) => nameVisit(appId, visitorId, minute));
}

function keyOf({ appId, visitorId }: VisitorKey): string {
  return `${appId} ${visitorId}`;
}
