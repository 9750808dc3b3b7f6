import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in a time that tells nothing about where or how far they differ. */
export function equalSecrets(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** Digests have one length, so that not even the length of a secret shows. */
function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
