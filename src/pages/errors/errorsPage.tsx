import { EmbeddedScene, SceneAppPage, SceneReactObject } from '@grafana/scenes';
import React, { type ReactNode } from 'react';
import { pagePaths } from '../../contract/pagePaths';
import { ErrorsScreen } from './ErrorsScreen';
import { FingerprintScreen } from './FingerprintScreen';
import { GroupScreen } from './GroupScreen';

function screenScene(screen: () => ReactNode): EmbeddedScene {
  return new EmbeddedScene({
    body: new SceneReactObject({
      // A scene's body is a flex box, whose children would otherwise be as wide as their longest line.
      component: () => <div style={{ flexGrow: 1, minWidth: 0 }}>{screen()}</div>,
    }),
  });
}

/** Errors: the groups, and below it each of them. */
export function errorsPage(datasourceUid: string): SceneAppPage {
  const drilldown = (routePath: string, screen: (value: string) => ReactNode) => ({
    routePath,
    getPage: ({ params, url }: { params: { value?: string }; url: string }) =>
      new SceneAppPage({
        title: 'Error',
        url,
        routePath: '*',
        getParentPage: () => page,
        getScene: () => screenScene(() => screen(params.value ?? '')),
      }),
  });
  const page: SceneAppPage = new SceneAppPage({
    title: 'Errors',
    subTitle: 'What breaks, for how many, since which release, and what was decided about it.',
    url: pagePaths.errors,
    routePath: 'errors/*',
    getScene: () => screenScene(() => <ErrorsScreen datasourceUid={datasourceUid} />),
    drilldowns: [
      drilldown('fingerprint/:value/*', (value) => (
        <FingerprintScreen datasourceUid={datasourceUid} fingerprint={value} />
      )),
      drilldown(':value/*', (value) => <GroupScreen datasourceUid={datasourceUid} groupId={value} />),
    ],
  });
  return page;
}
