import { locationService } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';
import React, { useCallback, useEffect } from 'react';
import { callRoute } from '../../api/callRoute';
import { useLoaded } from '../../api/useLoaded';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Skeleton } from '../../components/Skeleton';
import { errorGroupPath } from '../../contract/pagePaths';

interface Props {
  datasourceUid: string;
  fingerprint: string;
}

/** Where links by fingerprint arrive: goes on to the group, that of the app in the URL where two apps share one. */
export function FingerprintScreen({ datasourceUid, fingerprint }: Props) {
  const groups = useLoaded(
    useCallback(
      () => callRoute(datasourceUid, 'listErrorGroups', { query: { query: fingerprint, limit: 100 } }),
      [datasourceUid, fingerprint]
    )
  );
  const app = locationService.getSearch().get('var-app');
  const found = groups.value?.items.filter((group) => group.fingerprint === fingerprint);
  const id = (found?.find((group) => group.app === app) ?? found?.[0])?.id;
  useEffect(() => {
    if (id !== undefined) {
      // In the place of this page: the way back must not lead here again.
      locationService.replace(errorGroupPath(id));
    }
  }, [id]);

  if (groups.error) {
    return <ErrorNotice title="The error cannot be read" message={groups.error.message} onRetry={groups.reload} />;
  }
  if (found?.length === 0) {
    return (
      <EmptyState variant="not-found" message="No error has this fingerprint">
        It may have been too long ago. New errors are here within seconds.
      </EmptyState>
    );
  }
  return <Skeleton label="Looking for the error" lines={4} />;
}
