import { apiPrefix } from '../../../src/contract/routes';

/** Segments that mean another place to whoever resolves paths, and characters that some read as separators or ends. */
const unsafeSegment = /^\.{0,2}$|[\\\0\p{Surrogate}]/u;

/**
 * The route that a resource call asks for, below the prefix of the management routes, or undefined for a path that could
 * mean something else to whoever resolves it. Grafana decodes the path once before it comes here, so segments are
 * encoded anew: what was `%2f` has become a separator, and no absolute address or query string can hide in a segment.
 * The query string is taken byte by byte from `url`.
 */
export function resourceUrl(path: string, url: string): string | undefined {
  const segments = path.replace(/^\//, '').split('/');
  if (segments.some((segment) => unsafeSegment.test(segment))) {
    return undefined;
  }
  const query = queryOf(url);
  return query === undefined ? undefined : `${apiPrefix}/${segments.map(encodeURIComponent).join('/')}${query}`;
}

function queryOf(url: string): string | undefined {
  const start = url.indexOf('?');
  const query = start < 0 ? '' : url.slice(start);
  return /^[\x21-\x7e]*$/.test(query) && !query.includes('#') ? query : undefined;
}
