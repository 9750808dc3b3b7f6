import { Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { IncidentRow } from '../IncidentRow';

const refreshMs = 30_000;
const latest = 5;

interface Props {
  datasourceUid: string;
  service: string;
}

/** The latest incidents of a service. */
export function CheckIncidents({ datasourceUid, service }: Props) {
  const load = useCallback(
    () => callRoute(datasourceUid, 'listIncidents', { query: { service, limit: latest } }),
    [datasourceUid, service]
  );
  const { value: page, error, reload } = useLive(load, refreshMs);
  return (
    <section aria-label="Incidents">
      <Stack direction="column" gap={1}>
        <Text element="h3">Incidents</Text>
        {error && <ErrorNotice title="The incidents cannot be read" message={error.message} onRetry={reload} />}
        {page?.items.length === 0 && <Text color="secondary">None so far.</Text>}
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
