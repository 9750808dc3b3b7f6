import { hash } from 'node:crypto';

const tailSize = 2 ** 48;

/**
 * Ids of the items of one request: the same body for the same app always gives the same ids, so that a retry is stored
 * once. The SHA-256 of app and body gives the first 128 bits (as UUID version 8, RFC 9562); the index is added to the
 * last 48 of them, which costs nothing per item and cannot make two of one body equal.
 */
export function createItemIds(appId: string, body: string): (index: number) => string {
  const digest = hash('sha256', `${appId}\n${body}`, 'buffer');
  const hex = digest.toString('hex', 0, 10);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-`;
  const tail = digest.readUIntBE(10, 6);
  return (index) => head + ((tail + index) % tailSize).toString(16).padStart(12, '0');
}
