import { locationService } from '@grafana/runtime';
import { Button, EmptyState, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { listEvery } from '../../../api/listEvery';
import { useAction } from '../../../api/useAction';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { appSettingsPath } from '../../../contract/pagePaths';
import { newDraft, type AppSettings } from './AppDraft';
import { AppForm } from './AppForm';
import { AppList } from './AppList';

/** The organisation's apps, and a new one. */
export function AppsScreen({ datasourceUid }: { datasourceUid: string }) {
  const [creating, setCreating] = useState(false);
  const apps = useLoaded(
    useCallback(
      () =>
        listEvery((cursor) =>
          callRoute(datasourceUid, 'listApps', { query: { limit: 500, ...(cursor && { cursor }) } })
        ),
      [datasourceUid]
    )
  );
  const create = useAction(
    useCallback(
      async (body: AppSettings) => {
        const app = await callRoute(datasourceUid, 'createApp', { body });
        locationService.push(appSettingsPath(app.id));
      },
      [datasourceUid]
    )
  );

  if (apps.error) {
    return <ErrorNotice title="The apps cannot be read" message={apps.error.message} onRetry={apps.reload} />;
  }
  if (!apps.value) {
    return <Skeleton label="Loading the apps" lines={4} />;
  }
  if (creating) {
    return <AppForm initial={newDraft} submitText="Create the app" save={create} onCancel={() => setCreating(false)} />;
  }
  const createButton = (
    <Button icon="plus" onClick={() => setCreating(true)}>
      Create an app
    </Button>
  );
  if (apps.value.length === 0) {
    return (
      <EmptyState variant="call-to-action" message="No app yet" button={createButton}>
        An app is one site or service that you watch. It gets a key and the lines to paste into its pages.
      </EmptyState>
    );
  }
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {createButton}
      <AppList apps={apps.value} />
    </Stack>
  );
}
