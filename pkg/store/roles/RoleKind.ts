/** What a database role is for; each connection logs in as exactly one. */
export const roleKinds = ['ingest', 'app', 'query', 'jobs'] as const;
export type RoleKind = (typeof roleKinds)[number];

/** Names of the four roles of one database, unquoted. */
export type RoleNames = Readonly<Record<RoleKind, string>>;

/** Passwords in the clear, by role. */
export type RolePasswords = Readonly<Record<RoleKind, string>>;
