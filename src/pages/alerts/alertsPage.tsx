import { EmbeddedScene, SceneAppPage, SceneReactObject } from '@grafana/scenes';
import React, { type ReactNode } from 'react';
import { pagePaths } from '../../contract/pagePaths';
import { definingTabs, ruleScreen } from './definingTabs';

function screenScene(screen: () => ReactNode): EmbeddedScene {
  return new EmbeddedScene({
    body: new SceneReactObject({
      // A scene's body is a flex box, whose children would otherwise be as wide as their longest line.
      component: () => <div style={{ flexGrow: 1, minWidth: 0 }}>{screen()}</div>,
    }),
  });
}

/** Alerts: what fires and who has it, and below it each of them; beside it whatever decides about them. */
export function alertsPage(datasourceUid: string): SceneAppPage {
  const tab = ({ title, routePath, url, screen }: ReturnType<typeof definingTabs>[number]) =>
    new SceneAppPage({ title, routePath, url, getScene: () => screenScene(screen) });
  const page: SceneAppPage = new SceneAppPage({
    title: 'Alerts',
    subTitle: 'What fires, who has it, and what was done about it.',
    url: pagePaths.alerts,
    routePath: 'alerts/*',
    tabs: definingTabs(datasourceUid).map(tab),
    drilldowns: [
      {
        routePath: 'rules/:id/*',
        getPage: ({ params, url }: { params: { id?: string }; url: string }) =>
          new SceneAppPage({
            title: params.id === 'new' ? 'New rule' : 'Rule',
            url,
            routePath: '*',
            getParentPage: () => page,
            getScene: () => screenScene(() => ruleScreen(datasourceUid, params.id ?? '')),
          }),
      },
    ],
  });
  return page;
}
