import { randomBytes } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { roleNames } from '../roles/roleNames';
import type { RoleKind, RoleNames, RolePasswords } from '../roles/RoleKind';
import { databaseUrl } from './databaseUrl';
import { fetchTemplate, releaseDatabase } from './fetchTemplate';
import type { TestServerName, TestTemplate } from './TestTemplate';
import { withClient } from './withClient';

/** A migrated database of the suite's own. Its members may be read from `beforeAll` on. */
export interface TestDatabase {
  readonly name: string;
  /** Connects as the owner: may do everything except what forced row level security forbids. */
  readonly ownerUrl: string;
  /** Connects as one of the four roles. */
  urlFor(role: RoleKind): string;
  /** Roles belong to the template: code that makes names from the database's own name would find none. */
  readonly roleNames: RoleNames;
  readonly rolePasswords: RolePasswords;
}

/** Time for the first suite, in which PostgreSQL starts and the template is migrated. Milliseconds. */
const patience = 60_000;

/**
 * Gives the suite that calls it a database: cloned from the migrated template before its tests, dropped after them. Call it once, at the top of a `describe`.
 */
export function testDatabase(server: TestServerName = 'embedded'): TestDatabase {
  let template: TestTemplate | undefined;
  let name = '';
  const known = (): TestTemplate => {
    if (template === undefined) {
      throw new Error('The test database exists from beforeAll on: read it inside of tests and hooks');
    }
    return template;
  };
  beforeAll(async () => {
    template = await fetchTemplate(server);
    name = `${template.database}_${randomBytes(5).toString('hex')}`;
    const clone = `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template.database)}`;
    await withClient(template.maintenanceUrl, (client) => client.query(clone));
  }, patience);
  afterAll(async () => {
    if (template !== undefined) {
      await releaseDatabase(server, name);
    }
  }, patience);
  return {
    get name() {
      return name;
    },
    get ownerUrl() {
      return databaseUrl(known().maintenanceUrl, name);
    },
    urlFor: (role) => {
      const { maintenanceUrl, rolePasswords, database } = known();
      return databaseUrl(maintenanceUrl, name, { user: roleNames(database)[role], password: rolePasswords[role] });
    },
    get roleNames() {
      return roleNames(known().database);
    },
    get rolePasswords() {
      return known().rolePasswords;
    },
  };
}
