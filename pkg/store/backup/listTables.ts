import { escapeIdentifier, type ClientBase } from 'pg';

/** A table whose rows belong into a backup. */
export interface StoredTable {
  readonly schema: string;
  readonly name: string;
  /** Without the generated ones. */
  readonly columns: readonly string[];
  /** Of those, the ones numbered by a sequence. */
  readonly counters: readonly string[];
  /** Partitioned: `days` of its partitions. */
  readonly days: readonly string[];
  /** Quoted, for SQL. */
  readonly sql: string;
}

/** The note of applied migrations is the schema's, not the data's. */
const notData = 'schema_migrations';

/** All tables of ours, each after those it refers to. Partitions are part of their table. */
export async function listTables(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<Omit<StoredTable, 'sql'> & { oid: string; refers: string[] }>(
    `select c.oid::text as oid, n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null) as counters,
      array(select to_char(to_date(right(p.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') from pg_inherits i
        join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid and p.relname ~ '_[0-9]{8}$' order by 1) as days,
      array(select k.confrelid::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'raw')
      and c.relowner = (select oid from pg_roles where rolname = current_user)
      and not (n.nspname = 'public' and c.relname = $1)
    order by n.nspname, c.relname`,
    [notData]
  );
  return parentsFirst(rows).map(({ schema, name, columns, counters, days }) => ({
    schema,
    name,
    columns,
    counters,
    days,
    sql: qualified(schema, name),
  }));
}

export function qualified(schema: string, name: string): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
}

/** Throws where tables refer to each other in a circle: their rows could not be loaded one table after another. */
export function parentsFirst<Table extends { oid: string; refers: readonly string[] }>(
  tables: readonly Table[]
): Table[] {
  const done: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.oid));
    const next = left.filter((table) => !table.refers.some((oid) => waiting.has(oid)));
    if (next.length === 0) {
      throw new Error('Tables refer to each other in a circle');
    }
    done.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return done;
}
