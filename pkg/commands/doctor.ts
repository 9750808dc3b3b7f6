import { findEncryptionKey } from '../config/findEncryptionKey';
import { keyFingerprint } from '../store/backup/keyFingerprint';
import { withOwner } from '../store/connections/withOwner';
import { databaseAddress } from '../store/connections/databaseAddress';
import { withDatabase } from '../store/embedded/withDatabase';
import { inspectDatabase } from '../store/inspection/inspectDatabase';
import { judgeDatabase } from '../store/inspection/judgeDatabase';
import { roleNames } from '../store/roles/roleNames';
import type { Finding } from '../store/inspection/Finding';
import type { Command, CommandEnvironment } from './Command';
import { readArguments } from './readArguments';

const usage = `seamark doctor

Looks at the database, its schema, partitions and roles, and at the encryption key, and says what to do. Exit code 1
where something is wrong. It changes nothing; an embedded database that no server runs is started and stopped again.
`;

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'look whether everything is in order',
  usage,
  run: async (args, environment) => {
    const { print } = environment;
    if (readArguments(args, { words: 0 }) === undefined) {
      print(usage);
      return 2;
    }
    print(`Seamark ${environment.config.version}, data directory ${environment.config.dataDir}`);
    const findings = [...(await examineDatabase(environment)), examineKey(environment)];
    for (const { verdict, text, advice } of findings) {
      print(`${verdict.padEnd(6)} ${text}${advice === undefined ? '' : `: ${advice}`}`);
    }
    const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length;
    print(wrong === 0 ? 'Nothing is wrong.' : `${wrong} of ${findings.length} are wrong.`);
    return wrong === 0 ? 0 : 1;
  },
};

function examineDatabase({ config, clock, logger }: CommandEnvironment): Promise<Finding[]> {
  return withDatabase({ config, clock, logger, alone: false }, (ownerUrl, mode) =>
    withOwner(ownerUrl, 'doctor', async (client) => {
      const place = mode === 'external' ? `external, ${databaseAddress(ownerUrl)}` : mode;
      const facts = await inspectDatabase(client, roleNames(client.database ?? ''));
      return judgeDatabase(facts, { place, now: clock.now() });
    })
  );
}

function examineKey({ config }: CommandEnvironment): Finding {
  const found = findEncryptionKey(config);
  if (found === undefined) {
    return {
      verdict: 'note',
      text: 'Encryption key: none yet',
      advice: 'the server makes one in the data directory when it starts',
    };
  }
  const text = `Encryption key: ${keyFingerprint(found.key)}, from the ${found.source}`;
  return found.source === 'setting'
    ? { verdict: 'good', text }
    : {
        verdict: 'note',
        text,
        advice:
          'it lies beside what it protects. Keep a copy elsewhere, or set SEAMARK_ENCRYPTION_KEY to its content and delete the file',
      };
}
