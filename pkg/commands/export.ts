import { writeFile } from 'node:fs/promises';
import { OperatorError } from '../lib/OperatorError';
import { writeFile as writeCode } from '../domain/asCode/writeFile';
import { codeKinds } from './codeKinds';
import type { Command } from './Command';
import { readArguments } from './readArguments';
import { withStore } from './withStore';

/** Organisation 1 is Grafana's main one, which every installation has. */
const who = { orgId: 1, login: 'seamark export' };

const usage = `seamark export FILE

Writes alert rules, notification channels, silences and maintenance windows of organisation 1 as YAML into FILE, which must
not exist yet: in the form that "seamark import" and the provisioning folder read. In place of secrets it has placeholders
such as \${CHANNEL_ON_CALL_SECRET}, which are filled in from the environment when it is read.
`;

export const exportCommand: Command = {
  name: 'export',
  summary: 'write rules, channels, silences and windows as YAML',
  usage,
  run: async (args, environment) => {
    const file = readArguments(args, { words: 1 })?.words[0];
    if (file === undefined) {
      environment.print(usage);
      return 2;
    }
    const text = await withStore(environment, (store) =>
      writeCode(codeKinds(store, environment.clock, environment.config.probeAllow), who)
    );
    try {
      await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    } catch (cause) {
      throw new OperatorError(
        `${file} cannot be written: ${cause instanceof Error ? cause.message : 'unknown reason'}`,
        {
          cause,
        }
      );
    }
    environment.print(`Exported into ${file}.`);
    return 0;
  },
};
