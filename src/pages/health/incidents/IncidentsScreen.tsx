import { locationService } from '@grafana/runtime';
import { EmptyState, RadioButtonGroup, Stack } from '@grafana/ui';
import {
  EmbeddedScene,
  SceneFlexLayout,
  SceneTimePicker,
  SceneTimeRange,
  UrlSyncContextProvider,
} from '@grafana/scenes';
import React, { useCallback, useMemo, useState, type ReactNode } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { rangeNow } from '../../../components/rangeNow';
import { Skeleton } from '../../../components/Skeleton';
import { IncidentRow } from '../IncidentRow';

const refreshMs = 15_000;
const choices = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Going on' },
];

/** Incidents of all services in a time that is kept in the URL, newest first. */
export default function IncidentsScreen({ datasourceUid }: { datasourceUid: string }) {
  const { scene, range, picker } = useMemo(() => {
    const timeRange = new SceneTimeRange({ from: 'now-30d', to: 'now' });
    const timePicker = new SceneTimePicker({ isOnCanvas: true });
    const body = new SceneFlexLayout({ children: [] });
    return {
      scene: new EmbeddedScene({ $timeRange: timeRange, controls: [timePicker], body }),
      range: timeRange,
      picker: timePicker,
    };
  }, []);
  return (
    <UrlSyncContextProvider scene={scene}>
      <IncidentList datasourceUid={datasourceUid} range={range} picker={<picker.Component model={picker} />} />
    </UrlSyncContextProvider>
  );
}

interface ListProps {
  datasourceUid: string;
  range: SceneTimeRange;
  picker: ReactNode;
}

function IncidentList({ datasourceUid, range, picker }: ListProps) {
  const { from, to } = range.useState();
  const [isOpenOnly, setIsOpenOnly] = useState(() => locationService.getSearch().get('show') === 'open');
  const load = useCallback(
    () =>
      callRoute(datasourceUid, 'listIncidents', {
        query: { limit: 200, ...rangeNow({ from, to }, range.getTimeZone()), ...(isOpenOnly && { open: true }) },
      }),
    [datasourceUid, range, from, to, isOpenOnly]
  );
  const { value: page, error, reload } = useLive(load, refreshMs);
  const choose = (value: string) => {
    setIsOpenOnly(value === 'open');
    locationService.partial({ show: value === 'open' ? 'open' : undefined }, true);
  };
  return (
    <Stack direction="column" gap={2}>
      <Stack gap={1} wrap="wrap" justifyContent="space-between">
        <RadioButtonGroup
          aria-label="Which incidents"
          options={choices}
          value={isOpenOnly ? 'open' : 'all'}
          onChange={choose}
        />
        {picker}
      </Stack>
      {error && <ErrorNotice title="The incidents cannot be read" message={error.message} onRetry={reload} />}
      {!page && !error && <Skeleton label="Loading the incidents" lines={6} />}
      {page?.items.length === 0 && (
        <EmptyState variant="completed" message={isOpenOnly ? 'All is quiet' : 'No incident in this time'}>
          {isOpenOnly
            ? 'No incident of this time goes on.'
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
