import { locationService } from '@grafana/runtime';
import { Button, ConfirmModal, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { pagePaths } from '../../../contract/pagePaths';
import type { App } from '../../../contract/resources/apps';

interface Props {
  datasourceUid: string;
  app: App;
}

/** The end of an app: says what goes with it and has its name typed. */
export function DeleteApp({ datasourceUid, app }: Props) {
  const [asking, setAsking] = useState(false);
  const remove = useAction(
    useCallback(async () => {
      await callRoute(datasourceUid, 'deleteApp', { params: { id: app.id } });
      locationService.push(pagePaths.settings);
    }, [datasourceUid, app.id])
  );
  return (
    <section>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="h3">Delete</Text>
        <Text element="p">Deleting the app deletes everything that it ever sent. There is no way back.</Text>
        {remove.error && <ErrorNotice title="The app was not deleted" message={remove.error.message} />}
        <Button variant="destructive" icon="trash-alt" onClick={() => setAsking(true)}>
          Delete the app
        </Button>
      </Stack>
      <ConfirmModal
        isOpen={asking}
        title={`Delete ${app.name}?`}
        body={`Lost for good: its page views, Web Vitals, errors, metrics and health, and its ${app.keys.length} ${app.keys.length === 1 ? 'key' : 'keys'}. Pages that still send are refused.`}
        confirmText="Delete the app and its data"
        confirmationText={app.name}
        onDismiss={() => setAsking(false)}
        onConfirm={async () => {
          await remove.run();
          setAsking(false);
        }}
      />
    </section>
  );
}
