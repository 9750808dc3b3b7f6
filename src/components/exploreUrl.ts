import { urlUtil } from '@grafana/data';
import { pluginIds } from '../contract/pluginIds';
import type { Query } from '../contract/query/Query';

/** A range of time as Grafana's URLs write it: `now-7d`, or epoch milliseconds. */
export interface UrlRange {
  from: string;
  to: string;
}

/** Where Explore shows the answers of some queries. */
export function exploreUrl(datasourceUid: string, queries: readonly Query[], range: UrlRange): string {
  const datasource = { type: pluginIds.datasource, uid: datasourceUid };
  const pane = { datasource: datasourceUid, queries: queries.map((query) => ({ ...query, datasource })), range };
  return urlUtil.renderUrl('/explore', { schemaVersion: 1, panes: JSON.stringify({ seamark: pane }) });
}
