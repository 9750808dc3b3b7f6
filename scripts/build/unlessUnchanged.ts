import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';

/**
 * Runs `make` unless `output` is there and was made from the same inputs (files, folders, or plain text) before.
 * Answers whether it ran.
 */
export async function unlessUnchanged(
  name: string,
  inputs: readonly string[],
  output: string,
  make: () => Promise<void> | void
): Promise<boolean> {
  const stamp = path.join(paths.cache, 'stamps', name);
  const digest = digestOf(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    return false;
  }
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

function digestOf(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    addTo(hash, input);
  }
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, input: string): void {
  hash.update(`\0${input}\0`);
  if (!existsSync(input)) {
    return;
  }
  if (lstatSync(input).isDirectory()) {
    readdirSync(input)
      .sort()
      .forEach((entry) => addTo(hash, path.join(input, entry)));
  } else {
    hash.update(readFileSync(input));
  }
}
