import { Pool } from 'pg';
import type { Frame } from '../../../../src/contract/query/Frame';
import type { Query } from '../../../../src/contract/query/Query';
import { createQueryRunner } from '../../../domain/query/createQueryRunner';
import type { QueryContext } from '../../../domain/query/QueryRunner';
import { systemClock } from '../../../lib/Clock';
import { day } from '../../../lib/duration';
import type { TestDatabase } from '../../testing/testDatabase';
import { createQueryStore } from '../createQueryStore';
import { seededHour, start } from './seedShop';

/** The values of a frame's field. */
export const column = (frame: Frame | undefined, name: string) =>
  frame?.fields.find((field) => field.name === name)?.values;

/** A frame row by row. */
export const rowsOf = (frame: Frame | undefined) =>
  (frame?.fields[0]?.values ?? []).map((_, row) => frame?.fields.map((field) => field.values[row]));

/**
 * Asks a seeded database, as organisation 1 about the seeded hour unless told otherwise. `end` closes the connections:
 * call it in the suite's last test, since the database is dropped by the suite's own end.
 */
export function queryDatabase(db: TestDatabase) {
  let pool: Pool | undefined;
  const connections = () => (pool ??= new Pool({ connectionString: db.urlFor('query'), max: 2 }));
  const ask = (query: Partial<Query>, context: Partial<QueryContext> = {}): Promise<Frame[]> => {
    const runner = createQueryRunner({
      store: createQueryStore({ pool: connections(), timeoutMs: 5000 }),
      clock: { ...systemClock, now: () => start + day },
    });
    return runner.run(
      { refId: 'A', kind: 'events', ...query },
      {
        ...seededHour,
        ...context,
      }
    );
  };
  return {
    get pool() {
      return connections();
    },
    ask,
    table: async (query: Partial<Query>, context: Partial<QueryContext> = {}) =>
      rowsOf((await ask({ format: 'table', ...query }, context))[0]),
    end: async () => pool?.end(),
  };
}
