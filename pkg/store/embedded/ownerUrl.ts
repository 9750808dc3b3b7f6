/**
 * Address of the embedded database as its owner. `pg` takes the folder of the socket from `host`; the host name before
 * it is there only because an URL with a user needs one.
 */
export function ownerUrl(password: string, socketDirectory: string): string {
  return `postgres://seamark:${encodeURIComponent(password)}@localhost/seamark?host=${encodeURIComponent(socketDirectory)}`;
}
