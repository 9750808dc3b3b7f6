import { dateTime } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { EmptyState, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useCallback, useMemo, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { listEvery } from '../../../api/listEvery';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { newCheckPath } from '../../../contract/pagePaths';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { shownStatus, shownStatuses, statusTexts } from '../statusTexts';
import { FilterBar } from './FilterBar';
import { loadLatencies } from './latencies';
import { ServiceCard } from './ServiceCard';
import { filterServices, groupNames, groupServices, readServiceFilters, type ServiceFilters } from './ServiceFilters';

const refreshMs = 10_000;
const latencyMs = 5 * 60_000;

/** The services of the organisation: how each is, worst first, by group. */
export default function ServicesScreen({ datasourceUid }: { datasourceUid: string }) {
  const [chosen, setChosen] = useState(() => readServiceFilters(locationService.getSearch()));
  const load = useCallback(
    () =>
      listEvery((cursor) =>
        callRoute(datasourceUid, 'listHealthChecks', { query: { limit: 500, ...(cursor && { cursor }) } })
      ),
    [datasourceUid]
  );
  const { value: checks, error, reload } = useLive(load, refreshMs);
  const { value: latencies } = useLive(
    useCallback(() => loadLatencies(datasourceUid, dateTime().valueOf()), [datasourceUid]),
    latencyMs
  );
  const groups = useMemo(() => checks && groupServices(filterServices(checks, chosen)), [checks, chosen]);
  const known = useMemo(() => groupNames(checks ?? []), [checks]);
  const change = (part: ServiceFilters) => {
    setChosen((before) => ({ ...before, ...part }));
    locationService.partial({ ...part }, true);
  };

  if (!checks || !groups) {
    return error ? (
      <ErrorNotice title="The services cannot be read" message={error.message} onRetry={reload} />
    ) : (
      <Skeleton label="Loading the services" lines={8} />
    );
  }
  return (
    <Stack direction="column" gap={2}>
      {error && <ErrorNotice title="This list is not up to date" message={error.message} onRetry={reload} />}
      <Stack gap={1} wrap="wrap" justifyContent="space-between">
        <FilterBar groups={known} chosen={chosen} onChange={change} />
        {mayEdit() && (
          <LinkButton icon="plus" href={newCheckPath}>
            New check
          </LinkButton>
        )}
      </Stack>
      {checks.length === 0 ? (
        <EmptyState variant="call-to-action" message="Nothing is looked at yet">
          {mayEdit()
            ? 'Add a check for the first service: its address is enough to begin with.'
            : 'Ask an Editor or an Admin of this organisation to add the first check.'}
        </EmptyState>
      ) : (
        <Text color="secondary">{summaryOf(checks)}</Text>
      )}
      {checks.length > 0 && groups.length === 0 && (
        <EmptyState variant="not-found" message="No service fits">
          Choose any status, kind and group, or search for something else.
        </EmptyState>
      )}
      {groups.map(({ name, checks: members }) => (
        <section key={name} aria-label={name || 'Services without a group'}>
          <Stack direction="column" gap={1}>
            {(name !== '' || groups.length > 1) && <Text element="h4">{name || 'Without a group'}</Text>}
            <CardList>
              {members.map((check) => (
                <ServiceCard
                  key={check.id}
                  datasourceUid={datasourceUid}
                  check={check}
                  latencies={latencies?.get(check.service_name)}
                />
              ))}
            </CardList>
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

/** `1 down, 2 degraded, 17 healthy` */
function summaryOf(checks: readonly HealthCheck[]): string {
  return shownStatuses
    .map((status) => ({ status, count: checks.filter((check) => shownStatus(check.status) === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count.toLocaleString('en')} ${statusTexts[status].label.toLowerCase()}`)
    .join(', ');
}
