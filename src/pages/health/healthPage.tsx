import { EmbeddedScene, SceneAppPage, SceneReactObject } from '@grafana/scenes';
import React, { lazy, Suspense, type ReactNode } from 'react';
import { Skeleton } from '../../components/Skeleton';
import { pagePaths } from '../../contract/pagePaths';

// Each loads when it is opened.
const ServicesScreen = lazy(() => import('./services/ServicesScreen'));
const CheckScreen = lazy(() => import('./check/CheckScreen'));
const ReportedScreen = lazy(() => import('./reported/ReportedScreen'));
const NewCheckScreen = lazy(() => import('./editor/NewCheckScreen'));
const EditCheckScreen = lazy(() => import('./editor/EditCheckScreen'));
const IncidentsScreen = lazy(() => import('./incidents/IncidentsScreen'));
const IncidentScreen = lazy(() => import('./incidents/IncidentScreen'));
const StatusPagesScreen = lazy(() => import('./statusPages/StatusPagesScreen'));

function screenScene(screen: () => ReactNode): EmbeddedScene {
  return new EmbeddedScene({
    body: new SceneReactObject({
      // A scene's body is a flex box, whose children would otherwise be as wide as their longest line.
      component: () => (
        <div style={{ flexGrow: 1, minWidth: 0 }}>
          <Suspense fallback={<Skeleton label="Loading the page" lines={8} />}>{screen()}</Suspense>
        </div>
      ),
    }),
  });
}

/** Health: services and how they are, incidents, and below them each check and each incident. */
export function healthPage(datasourceUid: string): SceneAppPage {
  const tab = (title: string, routePath: string, url: string, screen: () => ReactNode) =>
    new SceneAppPage({ title, routePath, url, getScene: () => screenScene(screen) });
  const drilldown = (routePath: string, title: string, screen: (id: string) => ReactNode) => ({
    routePath,
    getPage: ({ params, url }: { params: { id?: string }; url: string }) =>
      new SceneAppPage({
        title,
        url,
        routePath: '*',
        getParentPage: () => page,
        getScene: () => screenScene(() => screen(params.id ?? '')),
      }),
  });
  const page: SceneAppPage = new SceneAppPage({
    title: 'Health',
    subTitle: 'Which services answer, how fast, and when they did not.',
    url: pagePaths.health,
    routePath: 'health/*',
    tabs: [
      tab('Services', 'services', pagePaths.healthServices, () => <ServicesScreen datasourceUid={datasourceUid} />),
      tab('Incidents', 'incidents', pagePaths.incidents, () => <IncidentsScreen datasourceUid={datasourceUid} />),
      tab('Status pages', 'status-pages', pagePaths.statusPages, () => (
        <StatusPagesScreen datasourceUid={datasourceUid} />
      )),
    ],
    drilldowns: [
      drilldown('checks/new/*', 'New check', () => <NewCheckScreen datasourceUid={datasourceUid} />),
      drilldown('checks/:id/edit/*', 'Change a check', (id) => (
        <EditCheckScreen datasourceUid={datasourceUid} checkId={id} />
      )),
      drilldown('checks/:id/*', 'Check', (id) => <CheckScreen datasourceUid={datasourceUid} checkId={id} />),
      drilldown('reported/*', 'Reported service', () => <ReportedScreen datasourceUid={datasourceUid} />),
      drilldown('incidents/:id/*', 'Incident', (id) => (
        <IncidentScreen datasourceUid={datasourceUid} incidentId={id} />
      )),
    ],
  });
  return page;
}
