import { Box, Stack, Text } from '@grafana/ui';
import React, { useCallback, useMemo } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { draftOf, type AppSettings } from './AppDraft';
import { AppForm } from './AppForm';
import { AppKeys } from './AppKeys';
import { Connect } from './Connect';
import { DeleteApp } from './DeleteApp';
import { SeverityRules } from './severity/SeverityRules';

interface Props {
  datasourceUid: string;
  appId: string;
}

/** One app: how to connect it, its keys, its settings, and its end. */
export function AppScreen({ datasourceUid, appId }: Props) {
  const params = useMemo(() => ({ id: appId }), [appId]);
  const app = useLoaded(useCallback(() => callRoute(datasourceUid, 'getApp', { params }), [datasourceUid, params]));
  const { reload } = app;
  const save = useAction(
    useCallback(
      async (body: AppSettings) => {
        await callRoute(datasourceUid, 'updateApp', { params, body });
        reload();
      },
      [datasourceUid, params, reload]
    )
  );

  if (app.error) {
    return <ErrorNotice title="The app cannot be read" message={app.error.message} onRetry={reload} />;
  }
  if (!app.value) {
    return <Skeleton label="Loading the app" lines={8} />;
  }
  return (
    <Stack direction="column" gap={4}>
      <Text element="h2">{app.value.name}</Text>
      <Connect datasourceUid={datasourceUid} app={app.value} />
      <AppKeys datasourceUid={datasourceUid} app={app.value} onChange={reload} />
      <section>
        <Box marginBottom={2}>
          <Text element="h3">Settings</Text>
        </Box>
        {/* A saved app is a new form: what the server made of the draft is shown, not what was typed. */}
        <AppForm key={JSON.stringify(draftOf(app.value))} initial={draftOf(app.value)} submitText="Save" save={save} />
      </section>
      <section>
        <Box marginBottom={2}>
          <Text element="h3">How bad errors are</Text>
        </Box>
        <SeverityRules
          key={JSON.stringify(app.value.severity_rules)}
          datasourceUid={datasourceUid}
          app={app.value}
          onChange={reload}
        />
      </section>
      <DeleteApp datasourceUid={datasourceUid} app={app.value} />
    </Stack>
  );
}
