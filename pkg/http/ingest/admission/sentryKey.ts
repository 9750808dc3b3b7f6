import type { FastifyRequest } from 'fastify';

const inHeader = /(?:^|[\s,])sentry_key=([^\s,]{1,64})/i;

/** The key that a Sentry SDK sends with a request: in the header `X-Sentry-Auth`, else as `?sentry_key=`. */
export function sentryKey(request: FastifyRequest): string | undefined {
  const header = request.headers['x-sentry-auth'];
  const found = typeof header === 'string' ? inHeader.exec(header)?.[1] : undefined;
  const { sentry_key: asked } = request.query as { sentry_key?: unknown };
  return found ?? (typeof asked === 'string' ? asked : undefined);
}

/** The key of a DSN such as `https://<key>@host/42`; undefined when the text is none. */
export function keyOfDsn(dsn: unknown): string | undefined {
  if (typeof dsn !== 'string' || dsn.length > 1024 || !URL.canParse(dsn)) {
    return undefined;
  }
  return new URL(dsn).username || undefined;
}
