/** Secrets by which visitors and persons become pseudonyms. */
export interface IdentityKeys {
  /** The organisation's HMAC key: 32 bytes, wrapped at rest, made on first use. */
  organisationKey(orgId: number): Promise<Buffer>;
  /** The salt of the UTC day that holds `now`: 16 random bytes, the same in every process, destroyed after 48 h. */
  dailySalt(now: number): Promise<Buffer>;
}

/** Page paths of an app; at most 1,000, so that summaries stay small. */
export interface PathRegistry {
  /** `path` if it is registered or still fits, else `other`. Answers from memory for known paths. */
  resolve(app: { orgId: number; appId: string }, path: string): string | Promise<string>;
}
