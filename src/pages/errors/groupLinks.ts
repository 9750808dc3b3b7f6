import { urlUtil } from '@grafana/data';
import { exploreUrl, type UrlRange } from '../../components/exploreUrl';
import { dashboardFilterVariable, errorsDashboardUid } from '../../contract/dashboardLinks';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { groupQuery } from './groupQuery';

type Linked = Pick<ErrorGroup, 'app' | 'fingerprint' | 'first_seen' | 'last_seen'>;

const mostMs = 7 * 24 * 3_600_000;
const aroundMs = 5 * 60_000;

/** The last week in which a group happened: from its first error, or seven days before its last. */
export function rangeOf({ first_seen, last_seen }: Pick<Linked, 'first_seen' | 'last_seen'>): UrlRange {
  const last = Date.parse(last_seen);
  const first = Math.max(Date.parse(first_seen), last - mostMs);
  return { from: String(first - aroundMs), to: String(last + aroundMs) };
}

/** The errors of a group, one by one, in Explore. */
export function groupInExplore(datasourceUid: string, group: Linked): string {
  return exploreUrl(datasourceUid, [groupQuery(group, { format: 'logs', limit: 200 })], rangeOf(group));
}

/** The dashboard about errors, filtered by the group. */
export function groupOnDashboard(group: Linked): string {
  return urlUtil.renderUrl(`/d/${errorsDashboardUid}`, {
    ...rangeOf(group),
    'var-app': group.app,
    [`var-${dashboardFilterVariable}`]: `fingerprint|=|${group.fingerprint}`,
  });
}
