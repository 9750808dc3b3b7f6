/** The datasource as provisioning names it. */
export const datasource = { type: 'seamark-monitoring-datasource', uid: 'seamark' };

/** Address of Explore with one query over the last day. */
export function exploreUrl(query: Readonly<Record<string, unknown>>): string {
  const pane = {
    datasource: datasource.uid,
    queries: [{ refId: 'A', datasource, ...query }],
    range: { from: 'now-24h', to: 'now' },
  };
  return `/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify({ a: pane }))}`;
}
