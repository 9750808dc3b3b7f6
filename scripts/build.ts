/**
 * Builds `dist/`, the folder that goes into Grafana's plugin directory: the browser half, the server as one file for Node
 * (`datasource/seamark.cjs`), single executables, and PostgreSQL beside them. Steps whose inputs have not changed are
 * left out. `--arch all|host|amd64|arm64` chooses the executables; `--server-only` leaves out the browser half.
 */
import { parseArgs } from 'node:util';
import { browserHalf } from './build/browserHalf';
import { executable } from './build/executable';
import { postgresFiles } from './build/postgresFiles';
import { serverBundle } from './build/serverBundle';
import { step } from './build/step';
import { chosenTargets } from './build/targets';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { arch: { type: 'string', default: 'all' }, 'server-only': { type: 'boolean', default: false } },
  });
  const targets = chosenTargets(values.arch, process.arch);
  // The browser half first: its build empties what it does not know out of the folder.
  if (!values['server-only']) {
    await step('browser half', browserHalf);
  }
  await step('server bundle', () => serverBundle(targets));
  for (const target of targets) {
    await step(`executable for ${target.name}`, () => executable(target));
    await step(`PostgreSQL for ${target.name}`, () => postgresFiles(target));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
