import { randomBytes } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { migrate } from '../migrations/migrate';
import { deriveRolePasswords } from '../roles/deriveRolePasswords';
import { roleNames } from '../roles/roleNames';
import { databaseUrl } from './databaseUrl';
import type { TestTemplate } from './TestTemplate';
import { withClient } from './withClient';

/**
 * Creates a database with an owner of its own (no superuser, as in production) and migrates it.
 * @param serverUrl connects as a user who may create roles and databases
 */
export async function createTemplate(serverUrl: string): Promise<TestTemplate> {
  const database = `seamark_test_${randomBytes(4).toString('hex')}`;
  const owner = { user: `${database}_owner`, password: randomBytes(16).toString('hex') };
  await withClient(serverUrl, async (client) => {
    const role = escapeIdentifier(owner.user);
    await client.query(`create role ${role} login createrole createdb password ${escapeLiteral(owner.password)}`);
    await client.query(`grant ${role} to current_user`);
    await client.query(`create database ${escapeIdentifier(database)} owner ${role}`);
  });
  const rolePasswords = deriveRolePasswords(owner.password, roleNames(database));
  const ownerUrl = databaseUrl(serverUrl, database, owner);
  await migrate({ ownerUrl, rolePasswords, logger: silentLogger, clock: systemClock });
  const maintenance = decodeURIComponent(new URL(serverUrl).pathname.slice(1));
  return { database, maintenanceUrl: databaseUrl(serverUrl, maintenance, owner), rolePasswords };
}

/** Removes a template, what was cloned from it, and its roles. */
export async function dropTemplate(serverUrl: string, { database }: TestTemplate): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `${database}%`,
    ]);
    for (const { datname } of rows) {
      await client.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`);
    }
    const roles = [...Object.values(roleNames(database)), `${database}_owner`];
    await client.query(`drop role if exists ${roles.map((role) => escapeIdentifier(role)).join(', ')}`);
  });
}
