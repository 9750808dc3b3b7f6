/** The same address with another database, and with another user where one is given. */
export function databaseUrl(url: string, database: string, login?: { user: string; password: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  if (login) {
    changed.username = encodeURIComponent(login.user);
    changed.password = encodeURIComponent(login.password);
  }
  return changed.href;
}
