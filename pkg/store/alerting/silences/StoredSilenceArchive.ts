import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { SilenceArchive } from '../../../domain/alerting/silences/SilenceRepository';
import { inTransaction } from '../../connections/withOrganisation';
import { tablesOn } from '../../connections/withTables';

/** Ended silences of all organisations, in the database. */
export class StoredSilenceArchive implements SilenceArchive {
  readonly #pool: Pool;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  forget(before: number): Promise<number> {
    return inTransaction(this.#pool, async (client) => {
      const { numAffectedRows } = await sql`delete from silences where ends_at < ${new Date(before)}`.execute(
        tablesOn(client)
      );
      return Number(numAffectedRows ?? 0);
    });
  }
}
