import type { RolePasswords } from '../roles/RoleKind';

/** A migrated database that suites clone. Sent as JSON from the process that runs jest to its workers. */
export interface TestTemplate {
  /** Name of the database; the names of its roles are made from it, also on clones. */
  readonly database: string;
  /** Connects as the owner of the template to another database of the server, from where it can be cloned. */
  readonly maintenanceUrl: string;
  readonly rolePasswords: RolePasswords;
}

/** `embedded`: PostgreSQL 18 of our own. `given`: the server of SEAMARK_TEST_DATABASE_URL. */
export type TestServerName = 'embedded' | 'given';
export const testServerNames: readonly TestServerName[] = ['embedded', 'given'];

/** Name of the variable that tells the workers where to ask for templates. */
export const templateSocketVariable = 'SEAMARK_TEST_TEMPLATES';
/** Name of the variable with the address of another server to run the suites on. */
export const givenServerVariable = 'SEAMARK_TEST_DATABASE_URL';
