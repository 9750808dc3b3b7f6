import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboards } from './dashboards';
import { dashboardFiles, dashboardsDir } from './dashboardFiles';

/** Writes the prebuilt dashboards; with `--check` only says which of the written ones are not what the code makes. */
function main(): void {
  const check = process.argv.includes('--check');
  mkdirSync(dashboardsDir, { recursive: true });
  for (const { file, text } of dashboardFiles(dashboards)) {
    const path = join(dashboardsDir, file);
    if (!check) {
      writeFileSync(path, text);
    } else if (readIfThere(path) !== text) {
      process.stderr.write(`${path} is not up to date: run npx tsx scripts/dashboards/generate.ts\n`);
      process.exitCode = 1;
    }
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

main();
