import './publicPath';
import { PanelPlugin, type PanelProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { addOptions, type AlertsPanelOptions } from './AlertsPanelOptions';

const LazyPanel = lazy(async () => ({ default: (await import('./AlertsPanel')).AlertsPanel }));

const Panel = (props: PanelProps<AlertsPanelOptions>) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazyPanel {...props} />
  </Suspense>
);

export const plugin = new PanelPlugin<AlertsPanelOptions>(Panel).setNoPadding().setPanelOptions(addOptions);
