import { locationService } from '@grafana/runtime';
import { EmptyState, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { IncidentRow } from '../IncidentRow';

const refreshMs = 15_000;
const choices = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Going on' },
];

/** Incidents of all services, newest first. */
export default function IncidentsScreen({ datasourceUid }: { datasourceUid: string }) {
  const [isOpenOnly, setIsOpenOnly] = useState(() => locationService.getSearch().get('show') === 'open');
  const load = useCallback(
    () => callRoute(datasourceUid, 'listIncidents', { query: { limit: 200, ...(isOpenOnly && { open: true }) } }),
    [datasourceUid, isOpenOnly]
  );
  const { value: page, error, reload } = useLive(load, refreshMs);
  const choose = (value: string) => {
    setIsOpenOnly(value === 'open');
    locationService.partial({ show: value === 'open' ? 'open' : undefined }, true);
  };
  return (
    <Stack direction="column" gap={2}>
      <RadioButtonGroup
        aria-label="Which incidents"
        options={choices}
        value={isOpenOnly ? 'open' : 'all'}
        onChange={choose}
      />
      {error && <ErrorNotice title="The incidents cannot be read" message={error.message} onRetry={reload} />}
      {!page && !error && <Skeleton label="Loading the incidents" lines={6} />}
      {page?.items.length === 0 && (
        <EmptyState variant="completed" message={isOpenOnly ? 'All is quiet' : 'No incident so far'}>
          {isOpenOnly
            ? 'No service has trouble right now.'
            : 'A run of results that are not healthy becomes an incident, with its timeline and cause.'}
        </EmptyState>
      )}
      {page && page.items.length > 0 && (
        <CardList>
          {page.items.map((incident) => (
            <IncidentRow key={incident.id} incident={incident} />
          ))}
        </CardList>
      )}
    </Stack>
  );
}
