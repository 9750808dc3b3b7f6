import { encryptionKeyOf } from '../config/encryptionKeyOf';
import { writeBackup } from '../store/backup/writeBackup';
import { withDatabase } from '../store/embedded/withDatabase';
import type { Command } from './Command';
import { readArguments } from './readArguments';

const usage = `seamark backup FILE

Writes everything that is stored, as it is at one moment, into FILE, which must not exist yet. The server may go on
working. FILE does not depend on the version of PostgreSQL: it can be restored into the embedded one or into any other.

Not in FILE: the encryption key. Without it emails, names and secrets in the backup cannot be read, and visitors are
counted anew. Keep SEAMARK_ENCRYPTION_KEY, or the file "encryption-key" of the data directory, in another safe place.
`;

export const backupCommand: Command = {
  name: 'backup',
  summary: 'write everything that is stored into a file',
  usage,
  run: async (args, { config, clock, logger, print }) => {
    const given = readArguments(args, { words: 1 });
    const file = given?.words[0];
    if (file === undefined) {
      print(usage);
      return 2;
    }
    const encryptionKey = encryptionKeyOf(config);
    const summary = await withDatabase({ config, clock, logger, alone: false }, (ownerUrl) =>
      writeBackup({ ownerUrl, file, version: config.version, encryptionKey, clock })
    );
    print(`Backed up ${summary.rows} rows of ${summary.tables} tables into ${file} (${summary.bytes} bytes).`);
    const key = config.encryptionKey ? 'SEAMARK_ENCRYPTION_KEY' : `${config.dataDir}/encryption-key`;
    print(`The encryption key (fingerprint ${summary.keyFingerprint}) is not in it: keep a copy of ${key} elsewhere.`);
    return 0;
  },
};
