import { SceneAppPage, type SceneVariable } from '@grafana/scenes';
import React from 'react';
import { preservedUrlKeys } from '../../api/variableFilters';
import type { PageFrame } from '../../components/PageFrame';
import { pagePaths, webVitalDetailPath, webVitalPath } from '../../contract/pagePaths';
import { webVitals, type WebVital } from '../../contract/webVitals';
import { byVariable } from './breakdownTable';
import { DetailTitle } from './DetailTitle';
import { VitalTabSuffix } from './VitalTabSuffix';
import { vitalDetailScene, vitalScene } from './vitalScene';

/**
 * Makes the frame of a page. It belongs to the scene, which is in the tree only while it is shown: two sets of the same
 * variables in one app would get two names in the URL.
 */
type MakeFrame = (extraVariables: SceneVariable[]) => PageFrame;

/** One page and one vital, below the vital's tab. */
function detailPage(datasourceUid: string, metric: WebVital, makeFrame: MakeFrame, parent: SceneAppPage): SceneAppPage {
  const page: SceneAppPage = new SceneAppPage({
    title: `${metric} of one page`,
    renderTitle: () => <DetailTitle metric={metric} page={page} />,
    url: webVitalDetailPath(metric),
    routePath: '*',
    preserveUrlKeys: preservedUrlKeys,
    getParentPage: () => parent,
    getScene: () => vitalDetailScene(datasourceUid, metric, makeFrame([byVariable({ onePage: true })])),
  });
  return page;
}

/** Web Vitals: a tab for each, with its p75 and rating in the tab. */
export function webVitalsPage(datasourceUid: string, makeFrame: MakeFrame): SceneAppPage {
  const page: SceneAppPage = new SceneAppPage({
    title: 'Web Vitals',
    subTitle: 'How fast and how steady your pages are for the people who open them.',
    url: pagePaths.webVitals,
    routePath: 'web-vitals/*',
    preserveUrlKeys: preservedUrlKeys,
    tabs: webVitals.map((metric) => {
      return new SceneAppPage({
        title: metric,
        url: webVitalPath(metric),
        routePath: metric.toLowerCase(),
        preserveUrlKeys: [...preservedUrlKeys, 'var-by'],
        tabSuffix: (props) => <VitalTabSuffix metric={metric} page={page} {...props} />,
        getScene: () => vitalScene(datasourceUid, metric, makeFrame([byVariable({ onePage: false })])),
      });
    }),
    drilldowns: webVitals.map((metric) => ({
      routePath: `${metric.toLowerCase()}/page/*`,
      getPage: () => detailPage(datasourceUid, metric, makeFrame, page),
    })),
  });
  return page;
}
