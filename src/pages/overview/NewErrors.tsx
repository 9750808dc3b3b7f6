import { LoadingState } from '@grafana/data';
import {
  sceneGraph,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneComponentProps,
  type SceneObjectState,
} from '@grafana/scenes';
import { PanelChrome, TextLink } from '@grafana/ui';
import React from 'react';
import { pagePaths } from '../../contract/pagePaths';
import { filling } from './filling';
import { NewErrorList } from './NewErrorList';
import { chosenApps } from './ofChosenApps';

interface NewErrorsState extends SceneObjectState {
  datasourceUid: string;
}

/** Errors of the chosen apps that began or came back in the time range. */
export class NewErrors extends SceneObjectBase<NewErrorsState> {
  static readonly Component = NewErrorsRenderer;

  // Draws anew when another app is chosen.
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['app'],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function NewErrorsRenderer({ model }: SceneComponentProps<NewErrors>) {
  const { datasourceUid } = model.useState();
  const apps = chosenApps(sceneGraph.lookupVariable('app', model)?.getValue());
  const { from, to } = sceneGraph.getTimeRange(model).useState().value;
  return (
    <PanelChrome
      title="New and regressed errors"
      description="Errors by cause that were first seen in the time range, or were resolved and came back in it."
      loadingState={LoadingState.Done}
      padding="none"
      actions={
        <TextLink href={pagePaths.errors} inline={false} variant="bodySmall" color="secondary">
          Errors
        </TextLink>
      }
    >
      <div style={{ position: 'relative', height: '100%' }}>
        <div className={filling}>
          <NewErrorList datasourceUid={datasourceUid} apps={apps} range={{ from: from.valueOf(), to: to.valueOf() }} />
        </div>
      </div>
    </PanelChrome>
  );
}
