import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Breadcrumbs } from '../../../src/contract/resources/breadcrumbs';
import type {
  ErrorGroup,
  ErrorGroupAct,
  ErrorGroupDetail,
  ErrorGroupEvent,
  IgnoreErrorGroup,
  ReopenErrorGroup,
  ResolveErrorGroup,
} from '../../../src/contract/resources/errorGroups';
import { VersionConflict } from '../../domain/access/VersionConflict';
import type {
  ErrorGroupRepository,
  GroupReader,
  GroupSelection,
  Listed,
} from '../../domain/errors/groups/ErrorGroupRepository';
import { ignoredState, openState, resolvedState, type GroupState } from '../../domain/errors/groups/GroupState';
import { newestRelease } from '../../domain/errors/groups/hasRegressed';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { auditAct } from '../audit/appendAudit';
import { withOrganisation } from '../connections/withOrganisation';
import { withTables, type Tables } from '../connections/withTables';
import { groupOf, type GroupRow } from './GroupRow';
import { listGroups } from './listGroups';
import { readBreadcrumbs } from './readBreadcrumbs';
import { readEvents } from './readEvents';
import { trendsOf } from './trendsOf';

/** Lines of the history that the detail of a group shows. */
const mostActs = 200;

interface Act {
  name: 'resolve' | 'ignore' | 'reopen';
  request: { comment?: string; expected_version?: number };
  details: Readonly<Record<string, unknown>>;
  decide(tables: Tables, group: GroupRow): Promise<GroupState> | GroupState;
}

/** Error groups in the database. Their counts are kept by the jobs; here people read them and decide. */
export class StoredErrorGroups implements ErrorGroupRepository {
  readonly #pool: Pool;
  readonly #readers: Pool;
  readonly #clock: Clock;

  /** @param readers logs in as the query role: single errors are no business of the app role */
  constructor(pool: Pool, readers: Pool, clock: Clock) {
    this.#pool = pool;
    this.#readers = readers;
    this.#clock = clock;
  }

  list(who: GroupReader, selection: GroupSelection): Promise<Listed<ErrorGroup>> {
    return withTables(this.#pool, who.orgId, (tables) => listGroups(tables, who, selection, this.#clock.now()));
  }

  get(who: GroupReader, id: string): Promise<ErrorGroupDetail | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const group = await readGroup(tables, id);
      return group && { ...(await this.#answer(tables, who, group)), history: await readHistory(tables, group) };
    });
  }

  async events(
    who: GroupReader,
    id: string,
    page: { limit: number; cursor: string | undefined }
  ): Promise<Listed<ErrorGroupEvent> | undefined> {
    const group = await withTables(this.#pool, who.orgId, (tables) => readGroup(tables, id));
    return group && withOrganisation(this.#readers, who.orgId, (client) => readEvents(client, who, group, page));
  }

  async breadcrumbs(
    who: GroupReader,
    id: string,
    error: { eventId: string; at: number }
  ): Promise<Breadcrumbs | undefined> {
    const group = await withTables(this.#pool, who.orgId, (tables) => readGroup(tables, id));
    return group && withOrganisation(this.#readers, who.orgId, (client) => readBreadcrumbs(client, who, group, error));
  }

  resolve(who: GroupReader, id: string, request: ResolveErrorGroup): Promise<ErrorGroup | undefined> {
    const resolvedIn = request.in ?? 'now';
    return this.#act(who, id, {
      name: 'resolve',
      request,
      details: { in: resolvedIn },
      decide: async (tables, group) => {
        const release = resolvedIn === 'now' ? (group.releases[0] ?? null) : await newestOfApp(tables, group.app_id);
        return resolvedState(resolvedIn, release, this.#clock.now());
      },
    });
  }

  ignore(who: GroupReader, id: string, request: IgnoreErrorGroup): Promise<ErrorGroup | undefined> {
    const { until, until_events } = request;
    return this.#act(who, id, {
      name: 'ignore',
      request,
      details: { ...(until !== undefined && { until }), ...(until_events !== undefined && { until_events }) },
      decide: (_tables, group) =>
        ignoredState(
          until === undefined ? null : Date.parse(until),
          until_events === undefined ? null : Number(group.events) + until_events,
          this.#clock.now()
        ),
    });
  }

  reopen(who: GroupReader, id: string, request: ReopenErrorGroup): Promise<ErrorGroup | undefined> {
    const decide = () => openState('unresolved', this.#clock.now());
    return this.#act(who, id, { name: 'reopen', request, details: {}, decide });
  }

  #act(who: GroupReader, id: string, act: Act): Promise<ErrorGroup | undefined> {
    const now = this.#clock.now();
    return withTables(this.#pool, who.orgId, async (tables) => {
      const group = await readGroup(tables, id, 'lock');
      if (group === undefined) {
        return undefined;
      }
      const { expected_version: expected = group.version, comment } = act.request;
      if (expected !== group.version) {
        throw new VersionConflict(expected, group.version);
      }
      await keepState(tables, group, await act.decide(tables, group));
      await sql`insert into error_group_acts (id, org_id, app_id, group_id, at, actor, act, comment, details)
        values (${uuidV7(now)}, ${who.orgId}, ${group.app_id}, ${id}, ${new Date(now)}, ${who.login}, ${act.name},
          ${comment ?? null}, ${JSON.stringify(act.details)})`.execute(tables);
      const changed = await readGroup(tables, id);
      const answer = changed && (await this.#answer(tables, who, changed));
      const entry = { action: `error_group.${act.name}`, subject: id, details: act.details };
      await auditAct(tables, who, entry, now);
      return answer;
    });
  }

  async #answer(tables: Tables, who: GroupReader, group: GroupRow): Promise<ErrorGroup> {
    const trends = await trendsOf(tables, [group], this.#clock.now());
    return groupOf(group, trends.get(group.id) ?? [], who.seesPersonal);
  }
}

async function readGroup(tables: Tables, id: string, lock?: 'lock'): Promise<GroupRow | undefined> {
  const { rows } = await sql<GroupRow>`select g.*, a.name as app from error_groups g join apps a on a.id = g.app_id
    where g.id = ${id}::uuid and a.deleted_at is null ${lock ? sql`for update of g` : sql``}`.execute(tables);
  return rows[0];
}

async function readHistory(tables: Tables, group: GroupRow): Promise<ErrorGroupAct[]> {
  const { rows } = await sql<Omit<ErrorGroupAct, 'at'> & { at: Date }>`
    select at, actor, act, comment, details from error_group_acts
    where app_id = ${group.app_id} and group_id = ${group.id} order by at desc, id desc limit ${mostActs}`.execute(
    tables
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function newestOfApp(tables: Tables, appId: string): Promise<string | null> {
  const { rows } = await sql<{ release: string; first_seen: Date }>`
    select release, first_seen from error_releases where app_id = ${appId} order by first_seen desc limit 1000`.execute(
    tables
  );
  return newestRelease(rows.map(({ release, first_seen }) => ({ release, firstSeen: first_seen.getTime() })));
}

async function keepState(tables: Tables, group: GroupRow, state: GroupState): Promise<void> {
  const until = state.ignoredUntil === null ? null : new Date(state.ignoredUntil);
  await sql`update error_groups set status = ${state.status}, version = version + 1,
      status_changed_at = ${new Date(state.changedAt)}, resolved_in = ${state.resolvedIn},
      resolved_release = ${state.resolvedRelease}, ignored_until = ${until},
      ignored_until_events = ${state.ignoredUntilEvents}
    where app_id = ${group.app_id} and id = ${group.id}`.execute(tables);
}
