import { hash } from 'node:crypto';

/** Id of a group, made of what makes it one (UUID version 8): every process that meets it first gives it the same. */
export function groupId(appId: string, fingerprint: string): string {
  const hex = hash('sha256', `seamark error group\n${appId}\n${fingerprint}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
