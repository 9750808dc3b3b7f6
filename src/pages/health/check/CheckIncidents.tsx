import type { SceneTimeRangeLike } from '@grafana/scenes';
import { Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { rangeNow } from '../../../components/rangeNow';
import { IncidentRow } from '../IncidentRow';

const refreshMs = 30_000;
const latest = 5;

interface Props {
  datasourceUid: string;
  checkId: string;
  range: SceneTimeRangeLike;
}

/** The latest incidents of a check that had a part of the chosen time. */
export function CheckIncidents({ datasourceUid, checkId, range }: Props) {
  const { from, to } = range.useState();
  const load = useCallback(
    () =>
      callRoute(datasourceUid, 'listIncidents', {
        query: { check: checkId, limit: latest, ...rangeNow({ from, to }, range.getTimeZone()) },
      }),
    [datasourceUid, checkId, range, from, to]
  );
  const { value: page, error, reload } = useLive(load, refreshMs);
  return (
    <section aria-label="Incidents">
      <Stack direction="column" gap={1}>
        <Text element="h3">Incidents</Text>
        {error && <ErrorNotice title="The incidents cannot be read" message={error.message} onRetry={reload} />}
        {page?.items.length === 0 && <Text color="secondary">None in this time.</Text>}
        {page && page.items.length > 0 && (
          <CardList>
            {page.items.map((incident) => (
              <IncidentRow key={incident.id} incident={incident} />
            ))}
          </CardList>
        )}
      </Stack>
    </section>
  );
}
