import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';

/** A piece of SQL whose values travel as parameters. Built by Kysely's `sql` tag only, never out of strings. */
export type Fragment = RawBuilder<unknown>;

export interface Statement {
  text: string;
  values: readonly unknown[];
}

/** Writes SQL and runs nothing: the connection is chosen elsewhere. */
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The text of a statement, values numbered, and the values. */
export function compileStatement(fragment: Fragment): Statement {
  const { sql, parameters } = fragment.compile(writer);
  return { text: sql, values: parameters };
}
