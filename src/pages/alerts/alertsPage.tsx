import { EmbeddedScene, SceneAppPage, SceneReactObject } from '@grafana/scenes';
import React, { type ReactNode } from 'react';
import { pagePaths } from '../../contract/pagePaths';
import { definingTabs, ruleScreen } from './definingTabs';
import { InboxScreen } from './inbox/InboxScreen';
import { InstanceScreen } from './instance/InstanceScreen';

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
  const drilldown = (routePath: string, title: (id: string) => string, screen: (id: string) => ReactNode) => ({
    routePath,
    getPage: ({ params: { id = '' }, url }: { params: { id?: string }; url: string }) =>
      new SceneAppPage({
        title: title(id),
        url,
        routePath: '*',
        getParentPage: () => page,
        getScene: () => screenScene(() => screen(id)),
      }),
  });
  const inbox = { title: 'Inbox', routePath: 'inbox', url: pagePaths.alerts };
  const page: SceneAppPage = new SceneAppPage({
    title: 'Alerts',
    subTitle: 'What fires, who has it, and what was done about it.',
    url: pagePaths.alerts,
    routePath: 'alerts/*',
    tabs: [
      tab({ ...inbox, screen: () => <InboxScreen datasourceUid={datasourceUid} /> }),
      ...definingTabs(datasourceUid).map(tab),
    ],
    drilldowns: [
      drilldown(
        'rules/:id/*',
        (id) => (id === 'new' ? 'New rule' : 'Rule'),
        (id) => ruleScreen(datasourceUid, id)
      ),
      // Where notifications lead: `alerts/<id>`. The names of the tabs, which are no ids, come before it.
      drilldown(
        ':id/*',
        () => 'Alert',
        (id) => <InstanceScreen datasourceUid={datasourceUid} instanceId={id} />
      ),
    ],
  });
  return page;
}
