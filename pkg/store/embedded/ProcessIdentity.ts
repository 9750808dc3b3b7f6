/** Under whom PostgreSQL's processes run; undefined: under the same user as the server. */
export interface ProcessIdentity {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so a server of root's lends it another user. */
export function postgresIdentity(configuredUid: number): ProcessIdentity | undefined {
  return process.getuid?.() === 0 ? { uid: configuredUid, gid: configuredUid } : undefined;
}
