import { sql, type Selectable } from 'kysely';
import type { Pool } from 'pg';
import type { KeptData, RetentionPolicy } from '../../../src/contract/resources/retention';
import type { Keeper, RetentionRepository } from '../../domain/retention/RetentionRepository';
import { defaultRules, isSame, type RetentionRule } from '../../domain/retention/retentionRules';
import type { Clock } from '../../lib/Clock';
import { auditAct } from '../audit/appendAudit';
import type { Schema } from '../connections/Schema';
import { withTables, type Tables } from '../connections/withTables';
import { readKept } from './readKept';

type PolicyRow = Selectable<Schema['retention_policies']>;

/** Keeps what differs from the defaults, so that a default that changes holds for all who did not ask for another. */
export class StoredRetention implements RetentionRepository {
  readonly #pool: Pool;
  readonly #readers: Pool;
  readonly #clock: Clock;

  /**
   * @param pool logs in as the role `app`
   * @param readers logs in as the query role, which sees what was measured
   */
  constructor(pool: Pool, readers: Pool, clock: Clock) {
    this.#pool = pool;
    this.#readers = readers;
    this.#clock = clock;
  }

  list({ orgId }: Keeper): Promise<RetentionPolicy[]> {
    return withTables(this.#pool, orgId, async (tables) => policiesOf(await readRows(tables)));
  }

  replace(
    who: Keeper,
    rules: readonly RetentionRule[],
    expected?: readonly RetentionRule[]
  ): Promise<RetentionPolicy[] | undefined> {
    const now = this.#clock.now();
    return withTables(this.#pool, who.orgId, async (tables) => {
      // Two changes at once: the second sees what the first has made.
      await sql`select pg_advisory_xact_lock(hashtextextended('seamark.retention.' || ${String(who.orgId)}::text, 0))`.execute(
        tables
      );
      const before = policiesOf(await readRows(tables));
      if (expected !== undefined && !isAsExpected(before, expected)) {
        return undefined;
      }
      const changes = before.flatMap(({ data, tier, days, default_days }) => {
        const to = rules.find(isSame({ data, tier }))?.days ?? default_days;
        return to === days ? [] : [{ data, tier, from: days, to, isDefault: to === default_days }];
      });
      for (const { data, tier, to, isDefault } of changes) {
        await (isDefault
          ? tables.deleteFrom('retention_policies').where('data', '=', data).where('tier', '=', tier).execute()
          : tables
              .insertInto('retention_policies')
              .values({ org_id: who.orgId, data, tier, days: to, updated_at: new Date(now) })
              .onConflict((conflict) =>
                conflict.columns(['org_id', 'data', 'tier']).doUpdateSet({ days: to, updated_at: new Date(now) })
              )
              .execute());
      }
      const after = policiesOf(await readRows(tables));
      if (changes.length > 0) {
        const details = { changes: changes.map(({ data, tier, from, to }) => ({ data, tier, from, to })) };
        await auditAct(tables, who, { action: 'retention.change', subject: null, details }, now);
      }
      return after;
    });
  }

  async kept(who: Keeper): Promise<KeptData[]> {
    const policies = await this.list(who);
    return readKept({ app: this.#pool, query: this.#readers }, who.orgId, policies);
  }
}

function isAsExpected(policies: readonly RetentionPolicy[], expected: readonly RetentionRule[]): boolean {
  return policies.every((policy) => policy.days === (expected.find(isSame(policy))?.days ?? policy.default_days));
}

function readRows(tables: Tables): Promise<PolicyRow[]> {
  return tables.selectFrom('retention_policies').selectAll().execute();
}

function policiesOf(rows: readonly PolicyRow[]): RetentionPolicy[] {
  return defaultRules.map(({ data, tier, days }) => {
    const set = rows.find(isSame({ data, tier }));
    return {
      data,
      tier,
      days: set?.days ?? days,
      default_days: days,
      updated_at: set?.updated_at.toISOString() ?? null,
    };
  });
}
