import { locationService } from '@grafana/runtime';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { useLoaded } from '../../../api/useLoaded';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { healthCheckPath } from '../../../contract/pagePaths';
import type { CreateHealthCheck, HealthCheck } from '../../../contract/resources/healthChecks';
import { CheckEditor } from './CheckEditor';

interface Props {
  datasourceUid: string;
  checkId: string;
}

/** A stored check, to be changed or looked at. */
export default function EditCheckScreen({ datasourceUid, checkId }: Props) {
  const load = useCallback(
    () => callRoute(datasourceUid, 'getHealthCheck', { params: { id: checkId } }),
    [datasourceUid, checkId]
  );
  const { value: check, error, reload } = useLoaded(load);
  const version = check?.version;
  const save = useAction(
    useCallback(
      async ({ kind: _kind, ...body }: CreateHealthCheck) => {
        await callRoute(datasourceUid, 'updateHealthCheck', {
          params: { id: checkId },
          body: { ...body, ...(version !== undefined && { expected_version: version }) },
        });
        locationService.push(healthCheckPath(checkId));
      },
      [datasourceUid, checkId, version]
    )
  );
  const probe = useCallback(
    (body: CreateHealthCheck) => callRoute(datasourceUid, 'runHealthCheck', { params: { id: checkId }, body }),
    [datasourceUid, checkId]
  );
  if (!check) {
    return error ? (
      <ErrorNotice title="The check cannot be read" message={error.message} onRetry={reload} />
    ) : (
      <Skeleton label="Loading the check" lines={8} />
    );
  }
  return (
    <CheckEditor
      datasourceUid={datasourceUid}
      key={check.version}
      check={check}
      readOnly={whyReadOnly(check)}
      save={save}
      probe={probe}
      onReload={reload}
    />
  );
}

function whyReadOnly({ provisioned }: HealthCheck): string | undefined {
  if (provisioned) {
    return 'This check comes from a file of the server: change it there';
  }
  return mayEdit() ? undefined : 'Only Editors and Admins of this organisation can change checks';
}
