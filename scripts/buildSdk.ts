/** Builds the browser package with its types, as it is published: `sdk/dist/`, or `--to` a folder; `--no-types` without. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { paths } from './build/paths';
import { run } from './build/run';
import { sdkBundles } from './build/sdkBundles';
import { step } from './build/step';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: path.join(paths.root, 'sdk', 'dist') },
      'no-types': { type: 'boolean', default: false },
    },
  });
  await step('browser package', () => sdkBundles(values.to));
  if (!values['no-types']) {
    const types = path.join(values.to, 'types');
    await step('its types', () =>
      run('npx', ['--no-install', 'tsc', '-p', 'sdk/tsconfig.types.json', '--outDir', types])
    );
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
