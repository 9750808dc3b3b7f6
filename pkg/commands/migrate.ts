import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';
import { migrate } from '../store/migrations/migrate';
import { roleLogins } from '../store/roles/roleLogins';

export interface MigrateCommandPorts {
  /** URL of the database's owner, embedded or external. */
  databaseUrl: string;
  /** 32 bytes: passwords of the roles come from it where the URL has none. */
  encryptionKey: Buffer;
  clock: Clock;
  logger: Logger;
  /** One line for the person who ran the command. */
  print: (line: string) => void;
}

/** Brings the database to the schema of this program. Throws OperatorError for what only the operator can put right. */
export async function runMigrate(ports: MigrateCommandPorts): Promise<void> {
  const { databaseUrl, encryptionKey, clock, logger, print } = ports;
  const { roles, passwords } = roleLogins(databaseUrl, encryptionKey);
  const { from, to, serverVersion } = await migrate({
    ownerUrl: databaseUrl,
    roles,
    rolePasswords: passwords,
    logger,
    clock,
  });
  print(
    from === to
      ? `Nothing to do: schema ${to} on PostgreSQL ${serverVersion}.`
      : `Migrated from schema ${from} to ${to} on PostgreSQL ${serverVersion}.`
  );
}
