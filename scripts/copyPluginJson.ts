import { copyFileSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const source = 'src/plugin.json';
const copy = 'plugin.json';

/** Whether the repository's top-level `plugin.json` is byte for byte the app's own. */
export function isPluginJsonCurrent(): boolean {
  return readFileSync(source).equals(readFileSync(copy));
}

/** `tsx scripts/copyPluginJson.ts [--check]`: writes the copy, or only says whether it is current (exit 1 if not). */
function main(checkOnly: boolean): void {
  if (!checkOnly) {
    copyFileSync(source, copy);
  } else if (!isPluginJsonCurrent()) {
    process.stderr.write(`${copy} differs from ${source}: run npx tsx scripts/copyPluginJson.ts\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.includes('--check'));
}
