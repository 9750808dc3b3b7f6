/** What Grafana puts before the names of HTTP headers in calls whose header map has single values. */
const prefix = 'http_';

/**
 * A header that Grafana forwards with QueryData, CheckHealth and the streaming calls, by its name in any case. Where two
 * spellings are there, none counts: one of them is not Grafana's.
 */
export function httpHeader(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = `${prefix}${name}`.toLowerCase();
  const found = Object.keys(headers).filter((key) => key.toLowerCase() === wanted);
  return found.length === 1 && found[0] !== undefined ? headers[found[0]] : undefined;
}
