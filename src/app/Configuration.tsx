import { config } from '@grafana/runtime';
import { LinkButton, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { findDatasource } from '../api/datasource';
import { pagePaths } from '../contract/pagePaths';
import { FirstRun } from './FirstRun';

/** The plugin's configuration tab: which datasource the pages read, and the way to everything that can be set. */
export default function Configuration() {
  const datasource = useMemo(() => findDatasource(), []);
  if (!datasource) {
    return <FirstRun />;
  }
  const address = `${config.appSubUrl}/connections/datasources/edit/${encodeURIComponent(datasource.uid)}`;
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text element="p">
        The pages read through the data source “{datasource.name}”. Apps, keys, consent and the snippet are in Seamark’s
        own settings; a server of your own is named in the data source.
      </Text>
      <Stack gap={1} wrap="wrap">
        <LinkButton href={`${config.appSubUrl}${pagePaths.settings}`}>Open Seamark’s settings</LinkButton>
        <LinkButton variant="secondary" href={address}>
          Open the data source
        </LinkButton>
      </Stack>
    </Stack>
  );
}
