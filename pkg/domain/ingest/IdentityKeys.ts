/** Secrets by which visitors and persons become pseudonyms. */
export interface IdentityKeys {
  /** The organisation's HMAC key: 32 bytes, wrapped at rest, made on first use. */
  organisationKey(orgId: number): Promise<Buffer>;
  /** The salt of the UTC day that holds `now`: 16 random bytes, the same in every process, destroyed after 48 h. */
  dailySalt(now: number): Promise<Buffer>;
}

/** A visitor of whom no client named a session. */
export interface VisitorKey {
  orgId: number;
  appId: string;
  visitorId: string;
}

/** Sessions of visitors whose clients name none: visitor and half an hour of inactivity, four hours at most. */
export interface VisitorSessions {
  /** Ids of the sessions at `times`, epoch milliseconds. Answers from memory where it can. Rejects with StoreAway. */
  resolve(visitor: VisitorKey, times: readonly number[]): readonly string[] | Promise<readonly string[]>;
}

/** Page paths of an app; at most 1,000, so that summaries stay small. */
export interface PathRegistry {
  /** `path` if it is registered or still fits, else `other`. Answers from memory for known paths. */
  resolve(app: { orgId: number; appId: string }, path: string): string | Promise<string>;
}
