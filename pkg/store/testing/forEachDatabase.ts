import { testDatabase, type TestDatabase } from './testDatabase';
import { givenServerVariable } from './TestTemplate';

/**
 * A suite that runs once a server: on the embedded PostgreSQL always, and on the one of SEAMARK_TEST_DATABASE_URL where
 * that is set.
 */
export function forEachDatabase(name: string, suite: (db: TestDatabase) => void): void {
  describe(`${name} (embedded PostgreSQL)`, () => suite(testDatabase('embedded')));
  if (process.env[givenServerVariable]) {
    describe(`${name} (given PostgreSQL)`, () => suite(testDatabase('given')));
  }
}
