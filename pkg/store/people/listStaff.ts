import { sql } from 'kysely';
import type { Tables } from '../connections/withTables';
import { CannotOpen } from '../secrets/seal';
import { openPerson, type SealedPerson } from './sealPerson';

/** People that an answer lists: a list to choose from is no directory. */
const most = 1000;

/** Logins of the organisation's people of Grafana, sorted; those sealed with another key are left out. */
export async function listStaff(tables: Tables, masterKey: Buffer): Promise<string[]> {
  const { rows } = await sql<SealedPerson & { id: string }>`
    select id, wrapped_key, encrypted_email, encrypted_name from users
    where kind = 'grafana' order by updated_at desc limit ${most}`.execute(tables);
  return rows.flatMap((row) => loginOf(masterKey, row)).toSorted((one, other) => one.localeCompare(other));
}

function loginOf(masterKey: Buffer, row: SealedPerson & { id: string }): string[] {
  try {
    const { name } = openPerson(masterKey, row.id, row);
    return name === null ? [] : [name];
  } catch (error) {
    if (error instanceof CannotOpen) {
      return [];
    }
    throw error;
  }
}
