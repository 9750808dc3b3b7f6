import type { AppRootProps } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { loadResources } from '@grafana/scenes';
import { ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { pluginIds } from '../contract/pluginIds';

// Scenes asks for its own texts while it renders, so they are loaded first.
const SeamarkApp = lazy(async () => {
  await initPluginTranslations(pluginIds.app, [loadResources]);
  return import('./SeamarkApp');
});

/** Root of the app's pages. What breaks in one of them is shown as such and leaves Grafana alone. */
export default function App(_: AppRootProps) {
  return (
    <ErrorBoundaryAlert title="This page failed to draw. Reload it; if it fails again, the details help." style="page">
      <Suspense fallback={<LoadingPlaceholder text="" />}>
        <SeamarkApp />
      </Suspense>
    </ErrorBoundaryAlert>
  );
}
