import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { CreateSilence, Silence, UpdateSilence } from '../../../../src/contract/resources/silences';
import { requireVersion } from '../../../domain/access/VersionConflict';
import type { RuleKeeper } from '../../../domain/alerting/rules/AlertRuleRepository';
import { checkSilence } from '../../../domain/alerting/silences/checkMute';
import { MuteProblem } from '../../../domain/alerting/silences/MuteProblem';
import type { MuteSelection, SilenceRepository } from '../../../domain/alerting/silences/SilenceRepository';
import type { Clock } from '../../../lib/Clock';
import { uuidV7 } from '../../../lib/uuidV7';
import { auditAct } from '../../audit/appendAudit';
import { takingNames } from '../../connections/takingNames';
import { withTables, type Tables } from '../../connections/withTables';
import { readPage } from '../../pages/readPage';
import { silenceOf, type SilenceRow } from './silenceOf';

const names = { silences_name: 'silence' };

/** Silences in the database; every change leaves an entry in the audit log. */
export class StoredSilences implements SilenceRepository {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  list(who: RuleKeeper, { statuses, ...page }: MuteSelection) {
    const now = this.#clock.now();
    const at = new Date(now);
    return withTables(this.#pool, who.orgId, async (tables) => {
      const query = tables.selectFrom('silences').selectAll();
      const status = sql<string>`case when starts_at > ${at} then 'pending' when ends_at > ${at} then 'active'
        else 'expired' end`;
      const asked = statuses.length === 0 ? query : query.where(status, 'in', [...statuses]);
      const { items, next_cursor } = await readPage(asked, page);
      return { items: items.map((row) => silenceOf(row, now)), next_cursor };
    });
  }

  get(who: RuleKeeper, id: string): Promise<Silence | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readSilence(tables, id);
      return row && silenceOf(row, this.#clock.now());
    });
  }

  create(who: RuleKeeper, silence: CreateSilence): Promise<Silence> {
    const now = this.#clock.now();
    const at = new Date(now);
    const { matchers, starts_at = at.toISOString(), ends_at } = silence;
    return takingNames(this.#pool, who.orgId, names, silence.name, async (tables) => {
      checkSilence({ matchers, starts_at, ends_at });
      refusePastEnd(ends_at, now);
      const row = await tables
        .insertInto('silences')
        .values({
          id: uuidV7(now),
          org_id: who.orgId,
          name: silence.name ?? null,
          comment: silence.comment,
          matchers: JSON.stringify(matchers),
          starts_at: new Date(starts_at),
          ends_at: new Date(ends_at),
          created_login: who.login,
          created_at: at,
          updated_at: at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const details = { matchers, starts_at, ends_at };
      await auditAct(tables, who, { action: 'silence.create', subject: row.id, details }, now);
      return silenceOf(row, now);
    });
  }

  update(who: RuleKeeper, id: string, change: UpdateSilence): Promise<Silence | undefined> {
    const now = this.#clock.now();
    const { expected_version: expected, matchers, starts_at, ends_at, ...columns } = change;
    return takingNames(this.#pool, who.orgId, names, change.name, async (tables) => {
      const before = await readSilence(tables, id, 'lock');
      if (before === undefined) {
        return undefined;
      }
      requireVersion(expected, before.version);
      if (before.ends_at.getTime() <= now) {
        throw new MuteProblem('ends_at', 'has passed: make a new silence, so that it stays known what this one was');
      }
      const kept = silenceOf(before, now);
      // Whoever ends it now names a moment that has passed by the time it arrives.
      const ending = ends_at === undefined ? kept.ends_at : new Date(Math.max(Date.parse(ends_at), now)).toISOString();
      const whole = { matchers: matchers ?? kept.matchers, starts_at: starts_at ?? kept.starts_at, ends_at: ending };
      checkSilence(whole);
      const row = await tables
        .updateTable('silences')
        .set({
          ...columns,
          ...(matchers !== undefined && { matchers: JSON.stringify(matchers) }),
          starts_at: new Date(whole.starts_at),
          ends_at: new Date(whole.ends_at),
          version: before.version + 1,
          updated_at: new Date(now),
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const fields = Object.keys(change).filter((field) => field !== 'expected_version');
      const details = { fields, ends_at: ending };
      await auditAct(tables, who, { action: 'silence.update', subject: id, details }, now);
      return silenceOf(row, now);
    });
  }

  delete(who: RuleKeeper, id: string): Promise<boolean> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await tables.deleteFrom('silences').where('id', '=', id).returningAll().executeTakeFirst();
      if (row === undefined) {
        return false;
      }
      const details = { name: row.name, matchers: row.matchers };
      await auditAct(tables, who, { action: 'silence.delete', subject: id, details }, this.#clock.now());
      return true;
    });
  }
}

function refusePastEnd(end: string, now: number): void {
  if (Date.parse(end) <= now) {
    throw new MuteProblem('ends_at', 'must be an instant that is still to come');
  }
}

async function readSilence(tables: Tables, id: string, lock?: 'lock'): Promise<SilenceRow | undefined> {
  const query = tables.selectFrom('silences').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
