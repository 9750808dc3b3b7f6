import { locationService } from '@grafana/runtime';
import { PanelBuilders, SceneFlexItem, UrlSyncContextProvider } from '@grafana/scenes';
import { LinkButton, Stack, Text } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { mayEdit } from '../../../api/datasource';
import { queryRunner } from '../../../api/sceneQuery';
import { reportsOf } from '../../../contract/health/historyQueries';
import { newCheckPath } from '../../../contract/pagePaths';
import type { Filter } from '../../../contract/query/Query';
import { History } from '../History';
import { historyScene } from '../historyScene';

const mostTroubles = 200;

/** A service that says of itself how it is, over a range that is kept in the URL. */
export default function ReportedScreen({ datasourceUid }: { datasourceUid: string }) {
  const [{ app, service }] = useState(() => {
    const search = locationService.getSearch();
    return { app: search.get('app') ?? '', service: search.get('service') ?? '' };
  });
  const scene = useMemo(() => {
    const filters = reportsOf(app, service);
    return historyScene(datasourceUid, filters, [troubles(datasourceUid, filters)]);
  }, [datasourceUid, app, service]);
  return (
    <Stack direction="column" gap={3}>
      <Stack gap={2} wrap="wrap" alignItems="center" justifyContent="space-between">
        <Stack direction="column" gap={0.5}>
          <Text element="h2">{service}</Text>
          <Text color="secondary">
            Reported by {app} itself. No check looks at it: only a rule about absence can tell when it falls silent.
          </Text>
        </Stack>
        {mayEdit() && (
          <LinkButton icon="plus" variant="secondary" href={newCheckPath}>
            New check
          </LinkButton>
        )}
      </Stack>
      <UrlSyncContextProvider scene={scene}>
        <History scene={scene} />
      </UrlSyncContextProvider>
    </Stack>
  );
}

function troubles(datasourceUid: string, filters: Filter[]): SceneFlexItem {
  const notHealthy: Filter = { field: 'status', operator: '!=', value: 'healthy' };
  return new SceneFlexItem({
    minHeight: 300,
    body: PanelBuilders.logs()
      .setTitle('Latest reports that were not healthy')
      .setDescription(`The newest degraded and down reports of the chosen time, at most ${mostTroubles}.`)
      .setData(
        queryRunner(datasourceUid, [
          { refId: 'troubles', kind: 'health', format: 'logs', limit: mostTroubles, filters: [...filters, notHealthy] },
        ])
      )
      .setOption('showTime', true)
      .setOption('wrapLogMessage', true)
      .setNoValue('None in this time')
      .build(),
  });
}
