import { createHmac } from 'node:crypto';

/** A person known to an app, as stored: nothing of it leads back to the external id without the organisation's key. */
export interface PersonPseudonym {
  /** UUID: the first 128 bits of the HMAC. */
  id: string;
  /** The whole HMAC-SHA256, base64. */
  external_id_hash: string;
}

/** The pseudonym of an external user id under the organisation's key: the same for ingest, search and erasure. */
export function personPseudonym(organisationKey: Buffer, appId: string, externalId: string): PersonPseudonym {
  const hash = hmac(organisationKey, 'person', appId, externalId);
  return { id: uuidOf(hash), external_id_hash: hash.toString('base64') };
}

/** The pseudonym of a visitor who let the client's own id be used: the same on every day. */
export function clientVisitor(organisationKey: Buffer, appId: string, clientId: string): string {
  return uuidOf(hmac(organisationKey, 'visitor', appId, clientId));
}

/**
 * The pseudonym of a visitor for one day: HMAC under that day's random salt, truncated to 128 bits. With the salt gone
 * nobody can link two days or try addresses.
 */
export function dailyVisitor(dailySalt: Buffer, appId: string, address: string, userAgent: string): string {
  return uuidOf(hmac(dailySalt, appId, address, userAgent));
}

function hmac(key: Buffer, ...parts: readonly string[]): Buffer {
  // Lengths keep ('ab', 'c') and ('a', 'bc') apart.
  return createHmac('sha256', key)
    .update(parts.map((part) => `${part.length}:${part}`).join(''))
    .digest();
}

function uuidOf(hash: Buffer): string {
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
