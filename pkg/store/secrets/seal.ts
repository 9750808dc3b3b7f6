import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;
const formatVersion = 1;

/** What was sealed was made with another key, for another purpose, or changed since. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/**
 * Encrypts with AES-256-GCM.
 * @param key 32 bytes
 * @param purpose bound to the result without being part of it: a value moved to another row does not open there
 * @returns version (1 byte), nonce (12), ciphertext, tag (16)
 */
export function seal(key: Buffer, plain: Buffer, purpose: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(purpose));
  return Buffer.concat([
    Buffer.from([formatVersion]),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Undoes `seal`. Throws CannotOpen. */
export function open(key: Buffer, sealed: Buffer, purpose: string): Buffer {
  if (sealed.length < 1 + nonceLength + tagLength || sealed.readUInt8(0) !== formatVersion) {
    throw new CannotOpen(`Not a sealed value: ${purpose}`);
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength));
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, -tagLength)), decipher.final()]);
  } catch (cause) {
    throw new CannotOpen(`Sealed with another key, or changed: ${purpose}`, { cause });
  }
}
