import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Tables } from '../connections/withTables';
import { sealPerson } from './sealPerson';

/**
 * The id of a Grafana user in `users`, who is added on first use. It is made of organisation and login, so that every
 * process finds the same one.
 */
export async function keepStaff(
  tables: Tables,
  masterKey: Buffer,
  { orgId, login }: { orgId: number; login: string }
): Promise<string> {
  const hash = createHmac('sha256', masterKey)
    .update(JSON.stringify(['staff', orgId, login]))
    .digest('hex');
  const id = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
  const sealed = sealPerson(masterKey, id, { email: null, name: login });
  await sql`insert into users (id, org_id, kind, external_id_hash, wrapped_key, encrypted_name)
    values (${id}, ${orgId}, 'grafana', ${hash}, ${sealed.wrapped_key}, ${sealed.encrypted_name})
    on conflict (app_id, id) do nothing`.execute(tables);
  return id;
}
