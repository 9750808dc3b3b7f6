import { escapeIdentifier, type ClientBase } from 'pg';
import { OperatorError } from '../../lib/OperatorError';

/** Throws OperatorError with the SQL to run where the owner may not create schemas in the database or tables in `public`. */
export async function requirePrivileges(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ owner: string; database: string; in_database: boolean; in_public: boolean }>(
    `select current_user as owner, current_database() as database,
      has_database_privilege(current_database(), 'CREATE') as in_database,
      has_schema_privilege('public', 'CREATE') as in_public`
  );
  const [found] = rows;
  if (found === undefined || (found.in_database && found.in_public)) {
    return;
  }
  const owner = escapeIdentifier(found.owner);
  const database = escapeIdentifier(found.database);
  throw new OperatorError(
    `The database user ${owner} may not create schemas and tables in ${database}. ` +
      `A superuser should run: ALTER DATABASE ${database} OWNER TO ${owner};`
  );
}
