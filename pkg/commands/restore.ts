import { encryptionKeyOf } from '../config/encryptionKeyOf';
import { findEncryptionKey } from '../config/findEncryptionKey';
import type { Config } from '../config/Config';
import { OperatorError } from '../lib/OperatorError';
import { keyFingerprint } from '../store/backup/keyFingerprint';
import { restoreBackup } from '../store/backup/restoreBackup';
import { verifyBackup } from '../store/backup/verifyBackup';
import { withDatabase } from '../store/embedded/withDatabase';
import { roleLogins } from '../store/roles/roleLogins';
import type { Command } from './Command';
import { readArguments } from './readArguments';

const usage = `seamark restore [--force] [--other-key] FILE

Puts the backup FILE into the database: the embedded one, or that of SEAMARK_DATABASE_URL. Stop the server first. FILE is
checked to its end before anything is touched; then all of it arrives, or nothing.

  --force      replace what the database holds; without it only an empty database is taken
  --other-key  restore although the encryption key is not the one of the backup: emails, names and secrets in it stay
               unreadable, and visitors are counted anew
`;

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put a backup into the database',
  usage,
  run: async (args, { config, clock, logger, print }) => {
    const given = readArguments(args, { words: 1, flags: ['force', 'other-key'] });
    const file = given?.words[0];
    if (given === undefined || file === undefined) {
      print(usage);
      return 2;
    }
    const backup = await verifyBackup(file);
    const encryptionKey = requireKey(config, backup.header.key_fingerprint, given.flags.has('other-key'));
    const summary = await withDatabase({ config, clock, logger, alone: true }, (ownerUrl) => {
      const { roles, passwords } = roleLogins(ownerUrl, encryptionKey);
      const force = given.flags.has('force');
      return restoreBackup({ ownerUrl, backup, force, roles, rolePasswords: passwords, logger, clock });
    });
    print(`Restored ${summary.rows} rows of ${summary.tables} tables, as they were at ${backup.header.created_at}.`);
    return 0;
  },
};

/** Asked before anything is made: a data directory that is started first would get a key of its own. */
function requireKey(config: Config, fingerprint: string, otherKey: boolean): Buffer {
  const found = findEncryptionKey(config)?.key;
  if (otherKey) {
    return encryptionKeyOf(config);
  }
  if (found && keyFingerprint(found) === fingerprint) {
    return found;
  }
  const here = found ? `the one here is ${keyFingerprint(found)}` : 'there is none here';
  throw new OperatorError(
    `The backup was made with the encryption key ${fingerprint}, and ${here}: set SEAMARK_ENCRYPTION_KEY, ` +
      `or copy the file "encryption-key" of the old data directory into ${config.dataDir}; --other-key does without`
  );
}
