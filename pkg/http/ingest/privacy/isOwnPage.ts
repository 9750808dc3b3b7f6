import type { FastifyRequest } from 'fastify';

/**
 * Whether a request comes from a page of our own origin: only there has a visitor read what they decide on. Scripts of a
 * page can set neither header. `Sec-Fetch-Site` comes first, because a proxy may change the host, but not that.
 */
export function isOwnPage({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'same-origin';
  }
  return headers.origin !== undefined && URL.canParse(headers.origin) && new URL(headers.origin).host === hostOf(host);
}

/** As a browser writes it: without the default port. */
function hostOf(host: string): string {
  return host.toLowerCase().replace(/:(80|443)$/, '');
}
