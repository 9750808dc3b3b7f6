import { sql } from 'kysely';
import type { Identity } from '../../domain/access/Identity';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';
import { auditHash, beginningOfChain, type AuditEntry } from './auditHash';

/** Notes that a person did something, now. `details` hold no personal data of visitors. */
export function auditAct(
  tables: Tables,
  who: Pick<Identity, 'orgId' | 'login'>,
  act: Pick<AuditEntry, 'action' | 'subject' | 'details'>,
  now: number
): Promise<void> {
  return appendAudit(tables, { org_id: who.orgId, id: uuidV7(now), at: new Date(now), actor: who.login, ...act });
}

/**
 * Adds an entry to the chain of its organisation, in the transaction of what it tells: both are kept or neither.
 * Entries of one organisation wait for each other, so append as the last thing before COMMIT.
 */
export async function appendAudit(tables: Tables, entry: Omit<AuditEntry, 'sequence'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('seamark.audit.' || ${String(entry.org_id)}::text, 0))`.execute(
    tables
  );
  const last = await tables
    .selectFrom('audit_log')
    .select(['sequence', 'hash'])
    .where('org_id', '=', String(entry.org_id))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const previous_hash = last?.hash ?? beginningOfChain;
  const sequence = Number(last?.sequence ?? 0) + 1;
  // As it will be read back: undefined and the like do not survive JSON.
  const details = JSON.stringify(entry.details);
  const hash = auditHash(previous_hash, { ...entry, sequence, details: JSON.parse(details) });
  await tables
    .insertInto('audit_log')
    .values({ ...entry, sequence, details, previous_hash, hash })
    .execute();
}
