import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { ConsentCount, ConsentDecision } from '../../../src/contract/resources/consent';
import type {
  ConsentReader,
  ConsentRepository,
  ConsentSelection,
} from '../../domain/privacy/consent/ConsentRepository';
import type { Clock } from '../../lib/Clock';
import { auditAct } from '../audit/appendAudit';
import { withTables } from '../connections/withTables';
import { countDecisions } from './countDecisions';

/** Consent decisions in the database. Ingest writes them, in the transaction of the rows they came with. */
export class StoredConsent implements ConsentRepository {
  readonly #pool: Pool;
  readonly #clock: Clock;

  /** @param pool logs in as the role `app` */
  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  count(
    { orgId }: ConsentReader,
    selection: ConsentSelection
  ): Promise<{ items: ConsentCount[]; next_cursor: string | null }> {
    return withTables(this.#pool, orgId, (tables) => countDecisions(tables, selection));
  }

  ofSubject({ orgId }: ConsentReader, subject: string): Promise<ConsentDecision[]> {
    return withTables(this.#pool, orgId, async (tables) => {
      const rows = await tables
        .selectFrom('consent_decisions')
        .select(['app_id', sql<string>`day::text`.as('day'), 'mode', 'decision', 'source', 'decided_at'])
        .where(ofOwner(subject))
        .orderBy('decided_at', 'desc')
        .execute();
      return rows.map((row) => ({ ...row, decided_at: row.decided_at.toISOString() }));
    });
  }

  erase(who: ConsentReader, subject: string): Promise<number> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { numDeletedRows } = await tables
        .deleteFrom('consent_decisions')
        .where(ofOwner(subject))
        .executeTakeFirst();
      const decisions = Number(numDeletedRows);
      if (decisions > 0) {
        const act = { action: 'consent.erase', subject: null, details: { decisions } };
        await auditAct(tables, who, act, this.#clock.now());
      }
      return decisions;
    });
  }
}

/** By app, as the index has it: a pseudonym is of one app, and nobody says of which. */
function ofOwner(subject: string) {
  return sql<boolean>`app_id in (select id from apps) and owner = ${subject}::uuid`;
}
