const name = 'seamark_opt_out';
const present = /(?:^|;)\s*seamark_opt_out=1\s*(?:;|$)/;
/** What browsers keep a cookie for at most: 400 days (RFC 6265bis, 5.5). */
const lasting = 400 * 24 * 60 * 60;

/** Whether a browser was opted out on the privacy page. */
export function hasOptedOut(cookies: string | undefined): boolean {
  return cookies !== undefined && present.test(cookies);
}

/** The cookie that opts a browser out. */
export function optOutCookie(isSecure: boolean): string {
  return cookie('1', lasting, isSecure);
}

/** Takes the cookie back. */
export function optInCookie(isSecure: boolean): string {
  return cookie('', 0, isSecure);
}

/** Sites send to us from other origins, which takes `SameSite=None`; browsers take that over https only. */
function cookie(value: string, maxAge: number, isSecure: boolean): string {
  return `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=${isSecure ? 'None; Secure' : 'Lax'}`;
}
