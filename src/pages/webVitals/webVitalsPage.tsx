import { SceneAppPage, type SceneQueryRunner, type SceneVariable } from '@grafana/scenes';
import React from 'react';
import { queryRunner } from '../../api/sceneQuery';
import { preservedUrlKeys } from '../../api/variableFilters';
import type { PageFrame } from '../../components/PageFrame';
import { pagePaths, webVitalDetailPath, webVitalPath } from '../../contract/pagePaths';
import { webVitals, type WebVital } from '../../contract/webVitals';
import { byVariable } from './breakdownTable';
import { DetailTitle } from './DetailTitle';
import { VitalTabSuffix } from './VitalTabSuffix';
import { tabQueries } from './vitalQueries';
import { vitalDetailScene, vitalScene } from './vitalScene';

type MakeFrame = (extraVariables: SceneVariable[]) => PageFrame;

/** One page and one vital, below the vital's tab. */
function detailPage(datasourceUid: string, metric: WebVital, makeFrame: MakeFrame, parent: SceneAppPage): SceneAppPage {
  const frame = makeFrame([byVariable()]);
  return new SceneAppPage({
    title: `${metric} of one page`,
    renderTitle: () => <DetailTitle metric={metric} variables={frame.$variables} />,
    url: webVitalDetailPath(metric),
    routePath: '*',
    preserveUrlKeys: preservedUrlKeys,
    $timeRange: frame.$timeRange,
    $variables: frame.$variables,
    getParentPage: () => parent,
    getScene: () => vitalDetailScene(datasourceUid, metric, frame),
  });
}

/** Web Vitals: a tab for each, with its p75 and rating in the tab. */
export function webVitalsPage(datasourceUid: string, makeFrame: MakeFrame): SceneAppPage {
  const frame = makeFrame([byVariable()]);
  const $data: SceneQueryRunner = queryRunner(datasourceUid, tabQueries);
  const tabs = webVitals.map((metric): SceneAppPage => {
    const routePath = metric.toLowerCase();
    return new SceneAppPage({
      title: metric,
      url: webVitalPath(metric),
      routePath,
      preserveUrlKeys: [...preservedUrlKeys, 'var-by'],
      tabSuffix: (props) => <VitalTabSuffix metric={metric} data={$data} {...props} />,
      getScene: () => vitalScene(datasourceUid, metric, frame),
    });
  });
  const page: SceneAppPage = new SceneAppPage({
    title: 'Web Vitals',
    subTitle: 'How fast and how steady your pages are for the people who open them.',
    url: pagePaths.webVitals,
    routePath: 'web-vitals/*',
    preserveUrlKeys: preservedUrlKeys,
    $timeRange: frame.$timeRange,
    $variables: frame.$variables,
    $data,
    tabs,
    drilldowns: webVitals.map((metric) => ({
      routePath: `${metric.toLowerCase()}/page/*`,
      getPage: () => detailPage(datasourceUid, metric, makeFrame, page),
    })),
  });
  return page;
}
