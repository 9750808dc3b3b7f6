import { config } from '@grafana/runtime';
import { Alert, Button, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { createDatasource, mayCreateDatasource, type Datasource } from '../api/datasource';
import { useAction } from '../api/useAction';
import { pagePaths } from '../contract/pagePaths';

/** Grafana reads its list of datasources at its own start only, so the way on is a full load of the page. */
const settingsAddress = () => `${config.appSubUrl}${pagePaths.settings}`;

function Created({ datasource }: { datasource: Datasource }) {
  return (
    <Alert severity="success" title={`Created the data source “${datasource.name}”`}>
      <Stack direction="column" gap={2} alignItems="flex-start">
        <Text>
          Grafana now knows a data source with the uid {datasource.uid}. Panels, dashboards, alert rules and these pages
          read through it. Next, name the app you want to watch.
        </Text>
        <LinkButton href={settingsAddress()} target="_self" icon="arrow-right">
          Connect an app
        </LinkButton>
      </Stack>
    </Alert>
  );
}

/** What a person sees while the organisation has no Seamark datasource: one button, or whom to ask. */
export function FirstRun() {
  const [created, setCreated] = useState<Datasource>();
  const create = useAction(useCallback(async () => setCreated(await createDatasource()), []));

  if (created) {
    return <Created datasource={created} />;
  }
  if (!mayCreateDatasource()) {
    return (
      <Alert severity="info" title="Seamark is not set up yet">
        This organisation has no Seamark data source. Ask an Admin to open this page and create it: it takes one click.
      </Alert>
    );
  }
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text element="p">
        Seamark reads what it has stored through a Grafana data source. This organisation has none yet. The button
        creates one named “Seamark”; nothing else changes.
      </Text>
      {create.error && (
        <Alert severity="error" title="The data source was not created">
          {create.error.message}
        </Alert>
      )}
      <Button icon="plus" disabled={create.running} onClick={() => create.run()}>
        {create.running ? 'Creating the data source…' : 'Create the data source'}
      </Button>
    </Stack>
  );
}
