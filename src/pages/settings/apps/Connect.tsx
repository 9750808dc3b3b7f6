import { Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FirstDataStatus } from '../../../components/FirstDataStatus';
import { Skeleton } from '../../../components/Skeleton';
import { Snippet } from '../../../components/Snippet';
import type { App } from '../../../contract/resources/apps';
import { useFirstData } from './useFirstData';

interface Props {
  datasourceUid: string;
  app: App;
}

/** The lines to paste, and whether data arrives. */
export function Connect({ datasourceUid, app }: Props) {
  // The snippet names a key: it is asked for again whenever the keys are others.
  const snippet = useLoaded(
    useCallback(() => callRoute(datasourceUid, 'getSnippet', { params: { id: app.id } }), [datasourceUid, app])
  );
  const firstData = useFirstData(datasourceUid, app.id);

  return (
    <section>
      <Stack direction="column" gap={2}>
        <Text element="h3">Connect</Text>
        <FirstDataStatus {...(firstData && { firstData })} />
        {snippet.error ? (
          <ErrorNotice title="There is no snippet" message={snippet.error.message} onRetry={snippet.reload} />
        ) : snippet.value ? (
          <Snippet snippet={snippet.value} />
        ) : (
          <Skeleton label="Loading the snippet" lines={5} />
        )}
      </Stack>
    </section>
  );
}
