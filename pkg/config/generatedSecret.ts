import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../lib/OperatorError';
import { makeDirectory } from '../lib/makeDirectory';

/** File names of secrets in the data directory. */
export type SecretName = 'admin-token' | 'encryption-key' | 'database-password';

/** The secret that is there already; undefined where none was made yet. Throws OperatorError where its file is damaged. */
export function existingSecret(dataDir: string, name: SecretName): string | undefined {
  return readExisting(join(dataDir, name));
}

/**
 * The secret kept under `name` in the data directory: 32 random bytes as hex, made on first use, mode 0600. Written to a
 * file of its own and linked into place, so that two processes starting at once agree and a crash leaves no half secret.
 */
export function generatedSecret(dataDir: string, name: SecretName): string {
  const path = join(dataDir, name);
  try {
    return readExisting(path) ?? create(dataDir, path);
  } catch (cause) {
    if (cause instanceof OperatorError) {
      throw cause;
    }
    throw new OperatorError(
      `The data directory ${dataDir} cannot be used (${codeOf(cause)}): set SEAMARK_DATA_DIR to a folder that this user may write`,
      { cause }
    );
  }
}

function readExisting(path: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) {
      return undefined;
    }
    throw cause;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new OperatorError(`${path} does not hold a secret any more: restore it from a backup`);
  }
  return text;
}

function create(dataDir: string, path: string): string {
  makeDirectory(dataDir, 0o711);
  const secret = randomBytes(32).toString('hex');
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${secret}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
    return secret;
  } catch (cause) {
    const other = isCode(cause, 'EEXIST') ? readExisting(path) : undefined;
    if (other === undefined) {
      throw cause;
    }
    return other;
  } finally {
    unlinkSync(draft);
  }
}

function isCode(cause: unknown, code: string): boolean {
  return codeOf(cause) === code;
}

/** Node's code of a system error. Not by `instanceof`: errors may come from another realm. */
function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown reason';
}
