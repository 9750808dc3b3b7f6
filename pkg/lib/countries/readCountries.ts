import { Reader, type Response } from 'mmdb-lib';
import { isIP, isIPv6 } from 'node:net';
import { LimitedMap } from '../LimitedMap';

/** The ISO 3166 code of an address's country, upper case; undefined where the file knows none. */
export type Countries = (address: string) => string | undefined;

/** Few hundred countries, but a file of cities has a record for each of those. */
const mostRecords = 1000;

/** Reads the content of a MaxMind-format file. Throws for what is none. */
export function readCountries(content: Buffer): Countries {
  const records = new LimitedMap<string | number, unknown>(mostRecords);
  const reader = new Reader<Response>(content, {
    cache: { get: (key) => records.get(key), set: (key, value) => records.set(key, value) },
  });
  const { ipVersion, nodeCount } = reader.metadata;
  if (!(nodeCount > 0) || (ipVersion !== 4 && ipVersion !== 6)) {
    throw new Error('the file says nothing about networks');
  }
  const countryOf = (address: string): string | undefined =>
    isIP(address) === 0 || (ipVersion === 4 && isIPv6(address)) ? undefined : codeOf(reader.get(address));
  // A tree that leads out of the file shows here and not with the first visitor.
  ['0.0.0.0', '127.255.255.255', '255.255.255.255', '::', '2001:db8::'].forEach(countryOf);
  return countryOf;
}

/** MaxMind writes `country.iso_code`; others who use its format `country_code` or `country`. */
function codeOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) {
    return undefined;
  }
  const { country, country_code } = record as Record<string, unknown>;
  const nested = typeof country === 'object' && country !== null && 'iso_code' in country ? country.iso_code : country;
  const code = [nested, country_code].find((value) => typeof value === 'string' && /^[a-z]{2}$/i.test(value));
  return typeof code === 'string' ? code.toUpperCase() : undefined;
}
