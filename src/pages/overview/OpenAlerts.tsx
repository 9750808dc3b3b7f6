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
import { OpenAlertList } from './OpenAlertList';
import { chosenApps } from './ofChosenApps';

interface OpenAlertsState extends SceneObjectState {
  datasourceUid: string;
}

/** The alerts that are not resolved, of the chosen apps, acknowledged in place. */
export class OpenAlerts extends SceneObjectBase<OpenAlertsState> {
  static readonly Component = OpenAlertsRenderer;

  // Draws anew when another app is chosen.
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['app'],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function OpenAlertsRenderer({ model }: SceneComponentProps<OpenAlerts>) {
  const { datasourceUid } = model.useState();
  const apps = chosenApps(sceneGraph.lookupVariable('app', model)?.getValue());
  return (
    <PanelChrome
      title="Open alerts"
      description="Alerts that are active or acknowledged now, whatever the time range. An alert that names no app is shown for every app."
      loadingState={LoadingState.Done}
      padding="none"
      actions={
        <TextLink href={pagePaths.alerts} inline={false} variant="bodySmall" color="secondary">
          Alerts
        </TextLink>
      }
    >
      <div style={{ position: 'relative', height: '100%' }}>
        <div className={filling}>
          <OpenAlertList datasourceUid={datasourceUid} apps={apps} />
        </div>
      </div>
    </PanelChrome>
  );
}
