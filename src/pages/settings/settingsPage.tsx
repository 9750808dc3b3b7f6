import { EmbeddedScene, SceneAppPage, SceneReactObject } from '@grafana/scenes';
import React, { type ComponentType } from 'react';
import { isAdmin } from '../../api/datasource';
import { AdminOnly } from '../../components/AdminOnly';
import { pagePaths } from '../../contract/pagePaths';
import { AppScreen } from './apps/AppScreen';
import { AppsScreen } from './apps/AppsScreen';
import { IntegrationsScreen } from './integrations/IntegrationsScreen';
import { RetentionScreen } from './retention/RetentionScreen';
import { ServerScreen } from './server/ServerScreen';
import { TokensScreen } from './tokens/TokensScreen';

/** What every screen of the settings is given. */
interface ScreenProps {
  datasourceUid: string;
}

function screenScene<P extends ScreenProps>(Screen: ComponentType<P>, props: P): EmbeddedScene {
  return new EmbeddedScene({
    body: new SceneReactObject({
      component: () => (
        // A scene's body is a flex box, whose children would otherwise be as wide as their longest line.
        <div style={{ flexGrow: 1, minWidth: 0 }}>
          <AdminOnly
            isAdmin={isAdmin()}
            title="Only an Admin may see the settings"
            hint="Apps, keys and tokens belong to the Admins of this organisation. Ask one of them for the snippet of an app or for a change."
          >
            <Screen {...props} />
          </AdminOnly>
        </div>
      ),
    }),
  });
}

function tab(title: string, routePath: string, getScene: () => EmbeddedScene): SceneAppPage {
  return new SceneAppPage({ title, routePath, url: `${pagePaths.settings}/${routePath}`, getScene });
}

/** Settings, for Admins: apps with keys and snippet, tokens, the server. */
export function settingsPage(datasourceUid: string): SceneAppPage {
  const page: SceneAppPage = new SceneAppPage({
    title: 'Settings',
    subTitle: 'What is watched, who may send and read, and how the server is.',
    url: pagePaths.settings,
    routePath: 'settings/*',
    tabs: [
      tab('Apps', 'apps', () => screenScene(AppsScreen, { datasourceUid })),
      tab('Tokens', 'tokens', () => screenScene(TokensScreen, { datasourceUid })),
      tab('Integrations', 'integrations', () => screenScene(IntegrationsScreen, { datasourceUid })),
      tab('Retention', 'retention', () => screenScene(RetentionScreen, { datasourceUid })),
      tab('Server', 'server', () => screenScene(ServerScreen, { datasourceUid })),
    ],
    drilldowns: [
      {
        routePath: 'apps/:id/*',
        getPage: ({ params, url }: { params: { id?: string }; url: string }) =>
          new SceneAppPage({
            title: 'App',
            url,
            routePath: '*',
            getParentPage: () => page,
            getScene: () => screenScene(AppScreen, { datasourceUid, appId: params.id ?? '' }),
          }),
      },
    ],
  });
  return page;
}
