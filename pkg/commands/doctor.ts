import { findEncryptionKey } from '../config/findEncryptionKey';
import { OperatorError } from '../lib/OperatorError';
import { keyFingerprint } from '../store/backup/keyFingerprint';
import { roleUrl } from '../store/connections/roleUrl';
import { withOwner } from '../store/connections/withOwner';
import { databaseAddress } from '../store/connections/databaseAddress';
import { withDatabase } from '../store/embedded/withDatabase';
import { describeKept } from '../store/inspection/describeKept';
import { inspectDatabase } from '../store/inspection/inspectDatabase';
import { inspectKept } from '../store/inspection/inspectKept';
import { judgeDatabase } from '../store/inspection/judgeDatabase';
import { knownSchema } from '../store/migrations/migrations';
import { roleLogins } from '../store/roles/roleLogins';
import { roleNames } from '../store/roles/roleNames';
import type { Finding } from '../store/inspection/Finding';
import type { Command, CommandEnvironment } from './Command';
import { examineProvisioning } from './examineProvisioning';
import { readArguments } from './readArguments';

const usage = `seamark doctor

Looks at the database, its schema, partitions and roles, at what is kept and when it goes, at the encryption key
and the provisioning folder, and says what to do. Exit code 1 where something is wrong. It changes nothing; an embedded database that no server runs is started and stopped again.
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
    const findings = [
      ...(await examineDatabase(environment)),
      examineKey(environment),
      ...(await examineProvisioning(environment.config)),
    ];
    for (const { verdict, text, advice } of findings) {
      print(`${verdict.padEnd(6)} ${text}${advice === undefined ? '' : `: ${advice}`}`);
    }
    const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length;
    print(wrong === 0 ? 'Nothing is wrong.' : `${wrong} of ${findings.length} are wrong.`);
    return wrong === 0 ? 0 : 1;
  },
};

function examineDatabase({ config, clock, logger }: CommandEnvironment): Promise<Finding[]> {
  return withDatabase({ config, clock, logger, alone: false }, async (ownerUrl, mode) => {
    const facts = await withOwner(ownerUrl, 'doctor', (client) =>
      inspectDatabase(client, roleNames(client.database ?? ''))
    );
    const place = mode === 'external' ? `external, ${databaseAddress(ownerUrl)}` : mode;
    const findings = judgeDatabase(facts, { place, now: clock.now() });
    const whole = facts.schema === knownSchema && facts.missingRoles.length === 0;
    return whole ? [...findings, ...(await examineKept(ownerUrl, { config, clock }))] : findings;
  });
}

/** As the jobs role, for the owner sees no rows. Its password may be made of the encryption key. */
async function examineKept(
  ownerUrl: string,
  { config, clock }: Pick<CommandEnvironment, 'config' | 'clock'>
): Promise<Finding[]> {
  const key = findEncryptionKey(config)?.key;
  if (key === undefined) {
    return [];
  }
  const { roles, passwords } = roleLogins(ownerUrl, key);
  const jobsUrl = roleUrl(ownerUrl, roles.jobs, passwords.jobs);
  try {
    return describeKept(await withOwner(jobsUrl, 'doctor', inspectKept), clock.now());
  } catch (error) {
    if (error instanceof OperatorError) {
      return [{ verdict: 'wrong', text: `Kept: unknown. ${error.message}`, advice: 'run "seamark migrate"' }];
    }
    throw error;
  }
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
