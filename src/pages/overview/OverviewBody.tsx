import {
  sceneGraph,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import React, { useCallback } from 'react';
import { isAdmin } from '../../api/datasource';
import { ConnectSteps } from '../../components/ConnectSteps';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAnyData } from './useAnyData';

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
  // The range of the pickers ended when the page was opened, before the first data came.
  const reachFirstData = useCallback(() => sceneGraph.getTimeRange(model).onRefresh(), [model]);
  const { value: anyData, error, reload } = useAnyData(datasourceUid, reachFirstData);

  if (error) {
    return <ErrorNotice title="Seamark’s data cannot be read" message={error.message} onRetry={reload} />;
  }
  if (anyData === false) {
    return <ConnectSteps mayConnect={isAdmin()} onCheckAgain={reload} />;
  }
  // Nearly always there is data: the panels do not wait for the answer.
  return <content.Component model={content} />;
}
