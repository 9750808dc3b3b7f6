import { locationService } from '@grafana/runtime';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { useAction } from '../../../api/useAction';
import { healthCheckPath } from '../../../contract/pagePaths';
import type { CreateHealthCheck } from '../../../contract/resources/healthChecks';
import { CheckEditor } from './CheckEditor';

/** A check that is not there yet. */
export default function NewCheckScreen({ datasourceUid }: { datasourceUid: string }) {
  const save = useAction(
    useCallback(
      async (body: CreateHealthCheck) => {
        const { id } = await callRoute(datasourceUid, 'createHealthCheck', { body });
        locationService.push(healthCheckPath(id));
      },
      [datasourceUid]
    )
  );
  const probe = useCallback(
    (body: CreateHealthCheck) => callRoute(datasourceUid, 'tryHealthCheck', { body }),
    [datasourceUid]
  );
  return (
    <CheckEditor
      datasourceUid={datasourceUid}
      check={undefined}
      readOnly={mayEdit() ? undefined : 'Only Editors and Admins of this organisation can add checks'}
      save={save}
      probe={probe}
      onReload={() => undefined}
    />
  );
}
