import { SceneApp, SceneAppPage } from '@grafana/scenes';
import { preservedUrlKeys } from '../api/variableFilters';
import { pagePaths } from '../contract/pagePaths';
import { alertsPage } from '../pages/alerts/alertsPage';
import { errorsPage } from '../pages/errors/errorsPage';
import { healthPage } from '../pages/health/healthPage';
import { overviewScene } from '../pages/overview/overviewScene';
import { settingsPage } from '../pages/settings/settingsPage';
import { webVitalsPage } from '../pages/webVitals/webVitalsPage';
import { pageFrame } from './pageFrame';

function overviewPage(datasourceUid: string, routePath: string): SceneAppPage {
  return new SceneAppPage({
    title: 'Overview',
    subTitle: 'Traffic, Web Vitals and errors of your apps at a glance.',
    url: pagePaths.overview,
    routePath,
    preserveUrlKeys: preservedUrlKeys,
    getScene: () => overviewScene(datasourceUid, pageFrame(datasourceUid, 'events')),
  });
}

/** Every page of the app, asking one datasource. */
export function seamarkScene(datasourceUid: string): SceneApp {
  return new SceneApp({
    name: 'seamark',
    pages: [
      overviewPage(datasourceUid, 'overview/*'),
      webVitalsPage(datasourceUid, (extraVariables) => pageFrame(datasourceUid, 'performance', extraVariables)),
      errorsPage(datasourceUid),
      alertsPage(datasourceUid),
      healthPage(datasourceUid),
      settingsPage(datasourceUid),
      // The bare address of the app, and whatever else somebody typed, leads to the overview.
      overviewPage(datasourceUid, '*'),
    ],
    urlSyncOptions: { createBrowserHistorySteps: true, updateUrlOnInit: true },
  });
}
