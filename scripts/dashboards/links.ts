import { pagePaths, webVitalDetailPath } from '../../src/contract/pagePaths';
import type { DataLink, Override } from './Panel';

const chosen = '${__url_time_range}&${app:queryparam}&${environment:queryparam}&${release:queryparam}';

/** From a page's name in a table to that page's vital in the app. */
export function pageDetail(metric: string): Override {
  const link: DataLink = {
    title: `${metric} of this page in Seamark`,
    url: `${webVitalDetailPath(metric)}?${chosen}&var-page=\${__value.raw:percentencode}`,
  };
  return { matcher: { id: 'byName', options: 'page_path' }, properties: [{ id: 'links', value: [link] }] };
}

/** From a panel to a page of the app, with the same time range and variables. */
export function toPage(title: string, path: string): DataLink {
  return { title, url: `${path}?${chosen}&\${page:queryparam}` };
}

export const overviewLink = toPage('Open the overview', pagePaths.overview);
