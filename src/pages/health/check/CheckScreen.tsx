import { Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { CertificateFacts } from './CertificateFacts';
import { CheckHeader } from './CheckHeader';
import { CheckIncidents } from './CheckIncidents';
import { History } from './History';
import { ResultList } from './ResultList';
import { UptimeSummary } from './UptimeSummary';

const refreshMs = 10_000;

interface Props {
  datasourceUid: string;
  checkId: string;
}

/** One check: how the service is, its uptime against the target, its history, incidents, its certificate, and result after result. */
export default function CheckScreen({ datasourceUid, checkId }: Props) {
  const load = useCallback(
    () => callRoute(datasourceUid, 'getHealthCheck', { params: { id: checkId } }),
    [datasourceUid, checkId]
  );
  const { value: check, error, reload } = useLive(load, refreshMs);
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
      <History datasourceUid={datasourceUid} service={check.service_name} />
      <CheckIncidents datasourceUid={datasourceUid} service={check.service_name} />
      {check.certificate_expires_at !== null && <CertificateFacts datasourceUid={datasourceUid} checkId={check.id} />}
      <ResultList datasourceUid={datasourceUid} checkId={check.id} />
    </Stack>
  );
}
