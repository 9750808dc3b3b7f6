import type { EmbeddedScene, SceneTimeRangeLike } from '@grafana/scenes';
import { Stack } from '@grafana/ui';
import React from 'react';
import { History } from '../History';
import { CertificateFacts } from './CertificateFacts';
import { CheckIncidents } from './CheckIncidents';
import { ResultList } from './ResultList';
import { useResults } from './useResults';

interface Props {
  datasourceUid: string;
  checkId: string;
  scene: EmbeddedScene;
  range: SceneTimeRangeLike;
}

/** What happened in the chosen time: status and response time, incidents, the certificate, and result after result. */
export function CheckHistory({ datasourceUid, checkId, scene, range }: Props) {
  const results = useResults(datasourceUid, checkId, range);
  return (
    <Stack direction="column" gap={3}>
      <History scene={scene} />
      <CheckIncidents datasourceUid={datasourceUid} checkId={checkId} range={range} />
      <CertificateFacts results={results.page.value?.items ?? []} />
      <ResultList results={results} />
    </Stack>
  );
}
