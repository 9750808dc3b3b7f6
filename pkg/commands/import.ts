import { readFile } from 'node:fs/promises';
import { environment as processEnvironment } from '../config/environment';
import { importFiles } from '../domain/asCode/importFiles';
import { explainProblem } from '../http/errors/explainProblem';
import { secretSource } from '../jobs/provisioning/secretSource';
import { OperatorError } from '../lib/OperatorError';
import { codeKinds } from './codeKinds';
import type { Command } from './Command';
import { readArguments } from './readArguments';
import { withStore } from './withStore';

const who = { orgId: 1, login: 'seamark import' };

const usage = `seamark import FILE [--dry-run]

Brings alert rules, notification channels, silences and maintenance windows of organisation 1 to what the YAML in FILE says.
Things are known by their names; nothing is deleted, and what is imported may be changed in the pages as before. \${NAME} is
filled in from the environment, $__file{/path} from a file. One entry that is wrong does not keep the others out; the exit
code is 1 then. --dry-run says what would happen and changes nothing.
`;

export const importCommand: Command = {
  name: 'import',
  summary: 'read rules, channels, silences and windows from YAML',
  usage,
  run: async (args, environment) => {
    const given = readArguments(args, { words: 1, flags: ['dry-run'] });
    const file = given?.words[0];
    if (file === undefined) {
      environment.print(usage);
      return 2;
    }
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new OperatorError(`${file} cannot be read: ${cause instanceof Error ? cause.message : 'unknown reason'}`, {
        cause,
      });
    });
    const dryRun = given?.flags.has('dry-run') === true;
    const { items, problems } = await withStore(environment, (store) =>
      importFiles(codeKinds(store, environment.clock, environment.config.probeAllow), {
        files: [{ name: file, text }],
        who,
        secrets: secretSource(processEnvironment),
        dryRun,
        mayWrite: () => true,
        explain: explainProblem,
      })
    );
    for (const { kind, name, outcome } of items) {
      environment.print(`${outcome.padEnd(9)} ${kind} "${name}"`);
    }
    for (const problem of problems) {
      environment.print(`wrong     ${problem}`);
    }
    environment.print(dryRun ? 'Nothing was changed: this was a dry run.' : `Imported ${file}.`);
    return problems.length === 0 ? 0 : 1;
  },
};
