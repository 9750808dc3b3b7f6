import type { SceneAppPage, SceneVariable } from '@grafana/scenes';
import React from 'react';
import type { WebVital } from '../../contract/webVitals';
import { pageName } from './pageName';

interface Props {
  metric: WebVital;
  page: SceneAppPage;
}

/** Names the vital and the page that the variable `page` holds, and follows it. */
export function DetailTitle({ metric, page }: Props) {
  const { initializedScene } = page.useState();
  const variable = initializedScene?.state.$variables?.getByName('page');
  return (
    <h1 style={{ overflowWrap: 'anywhere' }}>
      {metric} · {variable ? <PageName variable={variable} /> : '…'}
    </h1>
  );
}

function PageName({ variable }: { variable: SceneVariable }) {
  variable.useState();
  return <>{pageName(variable.getValue())}</>;
}
