/** The keys that a request's pseudonyms need, fetched before the mapping, which asks nobody. */
export interface Secrets {
  organisationKey: Buffer;
  dailySalt: Buffer;
}
