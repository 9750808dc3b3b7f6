import { UrlSyncContextProvider } from '@grafana/scenes';
import { Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { historyScene } from './historyScene';

interface Props {
  datasourceUid: string;
  service: string;
}

/** Status and response time of a service over a range that is kept in the URL. */
export function History({ datasourceUid, service }: Props) {
  const scene = useMemo(() => historyScene(datasourceUid, service), [datasourceUid, service]);
  // A scene takes whatever room a flex box leaves; in a block it is as high as its charts.
  return (
    <section aria-label="History">
      <Text element="h3">History</Text>
      <UrlSyncContextProvider scene={scene}>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </section>
  );
}
