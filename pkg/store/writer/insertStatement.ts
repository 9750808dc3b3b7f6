import type { ColumnType } from './ElementWriter';

interface NamedColumn {
  name: string;
  type: ColumnType;
}

/** A statement that a connection parses once. */
export interface PreparedInsert {
  name: string;
  text: string;
}

/**
 * An insert of many rows, one array a column. The arrays are unnested where they are selected, all in step: in FROM each
 * would go through a store of tuples of its own, a tenth of the server's time. `ON CONFLICT DO NOTHING` has no target on
 * purpose: naming one, or RETURNING, needs the SELECT privilege, which the ingest role does not have. With `repeats` being
 * `refused` it is left out: a row that is there already ends the transaction, and all others cost less.
 */
export function insertStatement(
  table: string,
  columns: readonly NamedColumn[],
  schema: 'raw' | 'public' = 'raw',
  repeats: 'dropped' | 'refused' = 'dropped'
): PreparedInsert {
  const names = columns.map((column) => column.name).join(', ');
  const values = columns.map(({ name, type }) => (type === 'epoch' ? `to_timestamp(${name} / 1000)` : name)).join(', ');
  const arrays = columns
    .map(({ name, type }, index) => `unnest($${index + 1}::${type === 'epoch' ? 'float8' : type}[]) as ${name}`)
    .join(', ');
  const insert = `insert into ${schema}.${table} (${names}) select ${values} from (select ${arrays}) as r`;
  return repeats === 'refused'
    ? { name: `insert new ${table}`, text: insert }
    : { name: `insert ${table}`, text: `${insert} on conflict do nothing` };
}
