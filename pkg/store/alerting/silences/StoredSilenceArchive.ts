import { sql } from 'kysely';
import type { Pool } from 'pg';
import { retentionTable } from '../../../../src/contract/retentionTable';
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

  forget(now: number): Promise<number> {
    return inTransaction(this.#pool, async (client) => {
      const { numAffectedRows } = await sql`delete from silences s
        where s.ends_at < date_trunc('day', ${new Date(now)}::timestamptz - make_interval(days => coalesce(
          (select p.days from retention_policies p where p.org_id = s.org_id and p.data = 'silences' and p.tier = 'raw'),
          ${retentionTable.silences.raw})), 'UTC')`.execute(tablesOn(client));
      return Number(numAffectedRows ?? 0);
    });
  }
}
