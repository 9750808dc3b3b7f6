import {
  sceneGraph,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import React, { useCallback, useEffect, useRef } from 'react';
import { isAdmin } from '../../api/datasource';
import { useLoaded } from '../../api/useLoaded';
import { ConnectSteps } from '../../components/ConnectSteps';
import { ErrorNotice } from '../../components/ErrorNotice';
import { hasAnyData } from './hasAnyData';

/** How often to look for the very first data while somebody waits for it. */
const pollMs = 5000;

interface OverviewBodyState extends SceneObjectState {
  datasourceUid: string;
  content: SceneObject;
}

/** The panels, or how to connect an app while nothing has ever arrived, or what is wrong with the server. */
export class OverviewBody extends SceneObjectBase<OverviewBodyState> {
  static readonly Component = OverviewBodyRenderer;
}

function OverviewBodyRenderer({ model }: SceneComponentProps<OverviewBody>) {
  const { datasourceUid, content } = model.useState();
  const { value: anyData, error, reload } = useLoaded(useCallback(() => hasAnyData(datasourceUid), [datasourceUid]));

  const hasWaited = useRef(false);

  useEffect(() => {
    if (anyData === false) {
      hasWaited.current = true;
      const timer = setInterval(reload, pollMs);
      return () => clearInterval(timer);
    }
    if (anyData === true && hasWaited.current) {
      // The range of the pickers ended when the page was opened, before the first data came.
      hasWaited.current = false;
      sceneGraph.getTimeRange(model).onRefresh();
    }
    return undefined;
  }, [anyData, reload, model]);

  if (error) {
    return <ErrorNotice title="Seamark’s data cannot be read" message={error.message} onRetry={reload} />;
  }
  if (anyData === false) {
    return <ConnectSteps mayConnect={isAdmin()} onCheckAgain={reload} />;
  }
  // Nearly always there is data: the panels do not wait for the answer.
  return <content.Component model={content} />;
}
