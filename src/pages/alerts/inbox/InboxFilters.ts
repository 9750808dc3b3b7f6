import { alertStatuses, type AlertStatus } from '../../../contract/alerting/alertStatuses';
import type { AlertInstanceQuery } from '../../../contract/resources/alertInstances';
import { severities } from '../../../contract/severities';

/** What a person chose to see; kept in the URL under these names. */
export interface InboxFilters extends Pick<
  AlertInstanceQuery,
  'severity' | 'rule' | 'labels' | 'query' | 'assigned_to'
> {
  status: AlertStatus;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filters that a URL keeps; what is none of ours is left out. */
export function readInboxFilters(search: URLSearchParams): InboxFilters {
  const severity = (search.get('severity') ?? '').split(',').filter((each) => severities.some((one) => one === each));
  const rule = search.get('rule') ?? '';
  const labels = search.get('labels');
  const query = search.get('query');
  const assigned = search.get('assigned_to');
  return {
    status: alertStatuses.find((each) => each === search.get('status')) ?? 'active',
    ...(severity.length > 0 && { severity: severity.join(',') }),
    ...(uuid.test(rule) && { rule }),
    ...(labels && { labels }),
    ...(query && { query }),
    ...(assigned !== null && { assigned_to: assigned }),
  };
}

/** Whether anything but the tab is chosen. */
export function isFiltered({ status: _, ...rest }: InboxFilters): boolean {
  return Object.values(rest).some((value) => value !== undefined && value !== '') || rest.assigned_to !== undefined;
}

/** The filter on labels with one more condition, as a click on a label means it. */
export function withLabel(labels: string | undefined, name: string, value: string): string {
  const condition = `${name}="${value.replace(/["\\]/g, '\\$&')}"`;
  if (!labels) {
    return condition;
  }
  return labels.includes(condition) ? labels : `${labels},${condition}`;
}
