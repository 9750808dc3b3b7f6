import type { ClientBase } from 'pg';
import { rawTables } from '../../domain/ingest/rows';
import { readSchema } from '../migrations/schemaTable';
import { roleKinds, type RoleNames } from '../roles/RoleKind';

/** What a person who looks after a database wants to know of it. */
export interface DatabaseFacts {
  /** Version of PostgreSQL. */
  readonly server: string;
  readonly bytes: number;
  /** 0: empty. */
  readonly schema: number;
  readonly connections: { readonly open: number; readonly most: number };
  /** Days for which each raw table has a partition, `YYYY-MM-DD`; undefined: none. */
  readonly partitions: ReadonlyArray<{
    table: string;
    count: number;
    first: string | undefined;
    last: string | undefined;
  }>;
  /** Names of roles that do not exist. */
  readonly missingRoles: readonly string[];
  /** Tables without forced row level security, which must be none. */
  readonly openTables: readonly string[];
}

/** @param client connected as the owner */
export async function inspectDatabase(client: ClientBase, roles: RoleNames): Promise<DatabaseFacts> {
  const { rows } = await client.query<{ server: string; bytes: string; open: number; most: number }>(
    `select current_setting('server_version') as server, pg_database_size(current_database())::text as bytes,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as open,
      current_setting('max_connections')::int as most`
  );
  const [found] = rows;
  return {
    server: found?.server ?? '',
    bytes: Number(found?.bytes),
    schema: await readSchema(client),
    connections: { open: found?.open ?? 0, most: found?.most ?? 0 },
    partitions: await listPartitions(client),
    missingRoles: await missingRoles(client, roles),
    openTables: await openTables(client),
  };
}

async function listPartitions(client: ClientBase): Promise<DatabaseFacts['partitions']> {
  const { rows } = await client.query<{ name: string; count: number; first: string | null; last: string | null }>(
    `select t.name, count(p.day)::int as count, to_char(min(p.day), 'YYYY-MM-DD') as first, to_char(max(p.day), 'YYYY-MM-DD') as last
      from unnest($1::text[]) with ordinality as t (name, position)
      left join (
        select parent.relname as name, to_date(right(child.relname, 8), 'YYYYMMDD') as day
        from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
          join pg_namespace n on n.oid = parent.relnamespace
        where n.nspname = 'raw' and parent.relkind = 'p' and child.relkind = 'r' and child.relname ~ '_[0-9]{8}$'
      ) p on p.name = t.name
      group by t.name, t.position order by t.position`,
    [rawTables]
  );
  return rows.map(({ name, count, first, last }) => ({
    table: name,
    count,
    first: first ?? undefined,
    last: last ?? undefined,
  }));
}

async function missingRoles(client: ClientBase, roles: RoleNames): Promise<string[]> {
  const wanted = roleKinds.map((kind) => roles[kind]);
  const { rows } = await client.query<{ name: string }>(
    'select name from unnest($1::text[]) as name where name not in (select rolname from pg_roles) order by 1',
    [wanted]
  );
  return rows.map(({ name }) => name);
}

async function openTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'raw') and not (c.relrowsecurity and c.relforcerowsecurity)
        and c.relowner = (select oid from pg_roles where rolname = current_user)
      order by 1`
  );
  return rows.map(({ name }) => name);
}
