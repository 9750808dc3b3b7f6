import { encryptionKeyOf } from '../config/encryptionKeyOf';
import { withDatabase } from '../store/embedded/withDatabase';
import { migrate } from '../store/migrations/migrate';
import { roleLogins } from '../store/roles/roleLogins';
import type { Command } from './Command';
import { readArguments } from './readArguments';

const usage = `seamark migrate

Brings the database to the schema of this program, as the server does at every start. Safe to run twice and from two
processes at once: the second waits and finds nothing to do.
`;

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database to the schema of this program',
  usage,
  run: async (args, { config, clock, logger, print }) => {
    if (readArguments(args, { words: 0 }) === undefined) {
      print(usage);
      return 2;
    }
    const { from, to, serverVersion } = await withDatabase({ config, clock, logger, alone: false }, (ownerUrl) => {
      const { roles, passwords } = roleLogins(ownerUrl, encryptionKeyOf(config));
      return migrate({ ownerUrl, roles, rolePasswords: passwords, logger, clock });
    });
    print(
      from === to
        ? `Nothing to do: schema ${to} on PostgreSQL ${serverVersion}.`
        : `Migrated from schema ${from} to ${to} on PostgreSQL ${serverVersion}.`
    );
    return 0;
  },
};
