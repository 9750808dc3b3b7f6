import { sceneGraph, type SceneVariables } from '@grafana/scenes';
import React from 'react';
import type { WebVital } from '../../contract/webVitals';
import { pageName } from './pageName';

interface Props {
  metric: WebVital;
  variables: SceneVariables;
}

/** Names the vital and the page that the variable `page` holds, and follows it. */
export function DetailTitle({ metric, variables }: Props) {
  // Variables do not tell React of themselves; the one that names the page does.
  variables.useState();
  const page = variables.getByName('page') ?? sceneGraph.lookupVariable('page', variables);
  page?.useState();
  return (
    <h1>
      {metric} · {pageName(page?.getValue())}
    </h1>
  );
}
