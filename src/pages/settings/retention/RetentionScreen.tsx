import { Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { SetRetentionPolicies } from '../../../contract/resources/retention';
import { RetentionForm } from './RetentionForm';

/** How long the organisation keeps what, what it has of it, and when the oldest goes. */
export function RetentionScreen({ datasourceUid }: { datasourceUid: string }) {
  const policies = useLoaded(useCallback(() => callRoute(datasourceUid, 'listRetentionPolicies', {}), [datasourceUid]));
  // Looked up apart: it reads every table, and days can be seen and changed without it.
  const kept = useLoaded(useCallback(() => callRoute(datasourceUid, 'listKeptData', {}), [datasourceUid]));
  const { reload } = policies;
  const { reload: reloadKept } = kept;
  const save = useAction(
    useCallback(
      async (body: SetRetentionPolicies) => {
        await callRoute(datasourceUid, 'setRetentionPolicies', { body });
        reload();
        reloadKept();
      },
      [datasourceUid, reload, reloadKept]
    )
  );
  const { clearError } = save;

  if (policies.error) {
    return <ErrorNotice title="The retention cannot be read" message={policies.error.message} onRetry={reload} />;
  }
  if (!policies.value) {
    return <Skeleton label="Loading the retention" lines={10} />;
  }
  const { items } = policies.value;
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Text element="p" color="secondary">
        Data is deleted by itself, whole days (UTC) at a time, once even their last minute was kept for the days that
        stand here. Sizes are of all organisations of this server together.
      </Text>
      {kept.error && (
        <ErrorNotice title="What is kept cannot be looked up" message={kept.error.message} onRetry={reloadKept} />
      )}
      {/* What was saved is a new form: the days that the server holds are shown, not what was typed. */}
      <RetentionForm
        key={JSON.stringify(items)}
        policies={items}
        kept={kept.value?.items}
        save={save}
        onReload={() => {
          clearError();
          reload();
        }}
      />
    </Stack>
  );
}
