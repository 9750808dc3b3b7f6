import { readFileSync } from 'node:fs';
import { OperatorError } from '../lib/OperatorError';
import { readSetting, type Environment, type Setting } from './settings';

/** A secret from its variable or from the file that its `_FILE` variant names; both at once is a mistake. */
export function readSecret(env: Environment, name: 'ADMIN_TOKEN' | 'ENCRYPTION_KEY'): Setting | undefined {
  const direct = readSetting(env, name);
  const file = readSetting(env, `${name}_FILE`);
  if (direct && file) {
    throw new OperatorError(`${direct.source} and ${file.source} are both set: keep one of them`);
  }
  if (!file) {
    return direct;
  }
  let value: string;
  try {
    value = readFileSync(file.value, 'utf8').trim();
  } catch (cause) {
    throw new OperatorError(`${file.source}: ${file.value} cannot be read`, { cause });
  }
  if (value === '') {
    throw new OperatorError(`${file.source}: ${file.value} is empty`);
  }
  return { value, source: file.source };
}

/** 32 bytes written as 64 hexadecimal digits or as base64. Throws OperatorError that tells how to make one. */
export function parseEncryptionKey(setting: Setting): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(setting.value)
    ? Buffer.from(setting.value, 'hex')
    : Buffer.from(setting.value, 'base64');
  if (key.length !== 32) {
    throw new OperatorError(
      `${setting.source} must be 32 bytes as hex or base64: make one with "openssl rand -hex 32"`
    );
  }
  return key;
}

/** Tokens below this many characters can be guessed. */
const shortestToken = 16;

/** Throws OperatorError for a token that is too short or cannot travel in a header. */
export function checkToken(setting: Setting): string {
  if (setting.value.length < shortestToken || !/^[\x21-\x7e]+$/.test(setting.value)) {
    throw new OperatorError(
      `${setting.source} must be at least ${shortestToken} printable characters without spaces: ` +
        `make one with "openssl rand -hex 32"`
    );
  }
  return setting.value;
}
