/**
 * Packs `dist/` into `artifacts/`, one zip an architecture, each holding the plugin's folder as Grafana wants it and only
 * its own executable and PostgreSQL.
 */
import { createWriteStream, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { pluginIds } from '../src/contract/pluginIds';
import { paths } from './build/paths';
import { step } from './build/step';
import { targets, type Target } from './build/targets';

/** Files carry the time of the release and not of the build, so that the same sources give the same zip. */
const mtime = new Date('2026-01-01T00:00:00Z');

async function pack(target: Target, version: string): Promise<void> {
  const zip = new ZipFile();
  for (const file of filesOf(paths.dist).filter((each) => belongsTo(target, each))) {
    const source = path.join(paths.dist, file);
    const mode = statSync(source).mode & 0o111 ? 0o100755 : 0o100644;
    zip.addFile(source, `${pluginIds.app}/${file}`, { mode, mtime });
  }
  zip.end();
  const name = `${pluginIds.app}-${version}.${target.name}.zip`;
  await pipeline(zip.outputStream, createWriteStream(path.join(paths.artifacts, name)));
}

/** Whether a file is for every architecture or for this one. The file for Node is for development. */
function belongsTo(target: Target, file: string): boolean {
  const others = targets.filter(({ name }) => name !== target.name).map(({ name }) => name);
  return (
    file !== 'datasource/seamark.cjs' && !others.some((name) => file.split('/').some((part) => part.endsWith(name)))
  );
}

/** Paths below `folder`, with slashes. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(paths.root, 'package.json'), 'utf8')) as { version: string };
  mkdirSync(paths.artifacts, { recursive: true });
  for (const target of targets) {
    await step(`zip for ${target.name}`, () => pack(target, version));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
