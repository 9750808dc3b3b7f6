/**
 * The owner's URL with another login. Everything else (hosts, TLS, parameters) stays.
 * @param url `postgresql://user:password@host/db?…`; the host may be empty for a Unix socket given as `?host=`
 */
export function roleUrl(url: string, user: string, password: string): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  // Up to the last @ before the path: a password may hold unencoded ones.
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)(?:[^/?#]*@)?/i, (_whole, scheme: string) => `${scheme}${login}@`);
}
