import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
}

/**
 * Name, version, licence and licence text of every package that is shipped. `inputs` are the bundled files, relative to
 * the repository's top; `shipped` are the folders of packages whose programs lie beside the bundle.
 */
export function thirdPartyNotices(inputs: readonly string[], shipped: readonly string[]): string {
  const folders = new Set([...inputs.map(packageFolder).filter((folder) => folder !== undefined), ...shipped]);
  const entries = [...folders].map(notice).sort();
  return `Seamark contains the following packages.\n\n${entries.join('\n')}`;
}

/** The innermost package that a file belongs to, or undefined for our own. */
function packageFolder(input: string): string | undefined {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1] === undefined ? undefined : path.join(paths.root, match[1]);
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file) && existsSync(path.join(folder, file)))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const rule = '-'.repeat(80);
  return `${rule}\n${name ?? folder} ${version ?? ''} (${license ?? 'see below'})\n${rule}\n${texts.join('\n\n')}\n`;
}
