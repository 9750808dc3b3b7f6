import { hkdfSync } from 'node:crypto';

/** 16 hexadecimal digits by which a restore sees that it has another encryption key than the backup was made with. */
export function keyFingerprint(encryptionKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', encryptionKey, '', 'seamark key fingerprint', 8)).toString('hex');
}
