import { PluginPage } from '@grafana/runtime';
import React, { useMemo } from 'react';
import { findDatasource } from '../api/datasource';
import { FirstRun } from './FirstRun';
import { seamarkScene } from './seamarkScene';

/** The pages, or the first run where the organisation has no datasource yet. */
export default function SeamarkApp() {
  const datasource = useMemo(() => findDatasource(), []);
  const scene = useMemo(() => datasource && seamarkScene(datasource.uid), [datasource]);
  if (!scene) {
    return (
      <PluginPage pageNav={{ text: 'Welcome to Seamark' }}>
        <FirstRun />
      </PluginPage>
    );
  }
  return <scene.Component model={scene} />;
}
