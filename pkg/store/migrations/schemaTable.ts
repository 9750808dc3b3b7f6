import type { ClientBase } from 'pg';
import { forceRowSecurity } from './policies';

/** Where the database notes which migrations it has had; readable by every role, so that all can say the schema. */
export async function createSchemaTable(client: ClientBase): Promise<void> {
  const statements = [
    `create table if not exists schema_migrations (
      version int primary key,
      name text not null,
      applied_at timestamptz not null default now()
    )`,
    ...forceRowSecurity('schema_migrations'),
    `drop policy if exists schema_migrations_all on schema_migrations`,
    `create policy schema_migrations_all on schema_migrations using (true) with check (true)`,
    `grant select on schema_migrations to public`,
  ];
  await client.query('begin');
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Version of the last migration that the database has had; 0 for an empty one. */
export async function readSchema(client: Pick<ClientBase, 'query'>): Promise<number> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as there`
  );
  if (tables[0]?.there !== true) {
    return 0;
  }
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from public.schema_migrations'
  );
  return rows[0]?.version ?? 0;
}
