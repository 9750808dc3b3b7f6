import { css } from '@emotion/css';
import { LoadingState } from '@grafana/data';
import {
  sceneGraph,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneComponentProps,
  type SceneObjectState,
} from '@grafana/scenes';
import { PanelChrome, TextLink } from '@grafana/ui';
import React, { type ComponentType } from 'react';
import { chosenApps } from './ofChosenApps';

/** As high as the panel, however much there is in it. */
const filling = css({ position: 'absolute', inset: 0, overflow: 'auto' });

export interface ListProps {
  datasourceUid: string;
  /** Undefined: all. */
  apps: readonly string[] | undefined;
  /** Epoch milliseconds. */
  range: { from: number; to: number };
}

interface ListPanelState extends SceneObjectState {
  datasourceUid: string;
  title: string;
  description: string;
  /** The page that has all of them. */
  page: { name: string; path: string };
  List: ComponentType<ListProps>;
}

/** A list that is about the chosen apps and the time range, in the frame of a panel. */
export class ListPanel extends SceneObjectBase<ListPanelState> {
  static readonly Component = ListPanelRenderer;

  // Draws anew when another app is chosen.
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['app'],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function ListPanelRenderer({ model }: SceneComponentProps<ListPanel>) {
  const { datasourceUid, title, description, page, List } = model.useState();
  const apps = chosenApps(sceneGraph.lookupVariable('app', model)?.getValue());
  const { from, to } = sceneGraph.getTimeRange(model).useState().value;
  return (
    <PanelChrome
      title={title}
      description={description}
      loadingState={LoadingState.Done}
      padding="none"
      actions={
        <TextLink href={page.path} inline={false} variant="bodySmall" color="secondary">
          {page.name}
        </TextLink>
      }
    >
      <div style={{ position: 'relative', height: '100%' }}>
        <div className={filling}>
          <List datasourceUid={datasourceUid} apps={apps} range={{ from: from.valueOf(), to: to.valueOf() }} />
        </div>
      </div>
    </PanelChrome>
  );
}
