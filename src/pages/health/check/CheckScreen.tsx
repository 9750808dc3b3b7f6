import { sceneGraph, UrlSyncContextProvider } from '@grafana/scenes';
import { Stack } from '@grafana/ui';
import React, { useCallback, useMemo } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { resultsOfCheck } from '../../../contract/health/historyQueries';
import { historyScene } from '../historyScene';
import { CheckHeader } from './CheckHeader';
import { CheckHistory } from './CheckHistory';
import { UptimeSummary } from './UptimeSummary';

const refreshMs = 10_000;

interface Props {
  datasourceUid: string;
  checkId: string;
}

/** One check: how the service is, its uptime against the target, and what happened in a time that is kept in the URL. */
export default function CheckScreen({ datasourceUid, checkId }: Props) {
  const load = useCallback(
    () => callRoute(datasourceUid, 'getHealthCheck', { params: { id: checkId } }),
    [datasourceUid, checkId]
  );
  const { value: check, error, reload } = useLive(load, refreshMs);
  const scene = useMemo(() => historyScene(datasourceUid, resultsOfCheck(checkId)), [datasourceUid, checkId]);
  if (!check) {
    return error ? (
      <ErrorNotice
        title={error.status === 404 ? 'There is no such check' : 'The check cannot be read'}
        message={error.status === 404 ? 'It may have been deleted. Look for it among the services.' : error.message}
        {...(error.status !== 404 && { onRetry: reload })}
      />
    ) : (
      <Skeleton label="Loading the check" lines={8} />
    );
  }
  return (
    <Stack direction="column" gap={3}>
      {error && <ErrorNotice title="This page is not up to date" message={error.message} onRetry={reload} />}
      <CheckHeader datasourceUid={datasourceUid} check={check} onChange={reload} />
      <UptimeSummary datasourceUid={datasourceUid} check={check} />
      <UrlSyncContextProvider scene={scene}>
        <CheckHistory
          datasourceUid={datasourceUid}
          checkId={checkId}
          scene={scene}
          range={sceneGraph.getTimeRange(scene)}
        />
      </UrlSyncContextProvider>
    </Stack>
  );
}
