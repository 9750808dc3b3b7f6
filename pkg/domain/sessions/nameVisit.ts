import { hash } from 'node:crypto';

/**
 * Id of the session that a visitor began in the minute `named` (epoch milliseconds): the same in every process, a UUID of
 * version 8. It tells no more than the visitor's pseudonym beside it, which nobody can follow into another day.
 */
export function nameVisit(appId: string, visitorId: string, named: number): string {
  const hex = hash('sha256', `session ${appId} ${visitorId} ${named}`);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
