import type { StringList } from '../generated/backend';

const fromClient = ['content-type', 'accept', 'if-match'];
const toClient = ['content-type', 'content-disposition', 'cache-control', 'etag', 'last-modified', 'retry-after'];

/**
 * The headers of a client that mean something to a route, names in lower case. Any other stays behind: Grafana passes
 * nearly all of them on, also one that names another organisation.
 */
export function requestHeaders(headers: Readonly<Record<string, StringList>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, list] of Object.entries(headers)) {
    const value = list.values[0];
    if (fromClient.includes(name.toLowerCase()) && value !== undefined) {
      kept[name.toLowerCase()] = value;
    }
  }
  return kept;
}

/** The headers of an answer that a browser needs. Cookies and what concerns our own connection stay behind. */
export function responseHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>
): Record<string, StringList> {
  const kept: Record<string, StringList> = {};
  for (const name of toClient) {
    const value = headers[name];
    if (value !== undefined) {
      kept[name] = { values: typeof value === 'string' ? [value] : [...value] };
    }
  }
  return kept;
}
