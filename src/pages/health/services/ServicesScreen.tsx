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
import { loadLastDay } from './lastDay';
import { ReportedCard } from './ReportedCard';
import { ServiceCard } from './ServiceCard';
import {
  filterReported,
  filterServices,
  groupNames,
  groupServices,
  readServiceFilters,
  type ServiceFilters,
} from './ServiceFilters';

const refreshMs = 10_000;
const lastDayMs = 60_000;

/** The services of the organisation: how each is, worst first, by group; then those that report by themselves. */
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
  const lastDay = useLive(
    useCallback(() => loadLastDay(datasourceUid, dateTime().valueOf()), [datasourceUid]),
    lastDayMs
  );
  const reported = useMemo(() => lastDay.value?.reported ?? [], [lastDay.value]);
  const shownReported = useMemo(() => filterReported(reported, chosen), [reported, chosen]);
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
      {lastDay.error && (
        <ErrorNotice
          title="What services report, and response times, cannot be read"
          message={lastDay.error.message}
          onRetry={lastDay.reload}
        />
      )}
      {checks.length + reported.length === 0 ? (
        <EmptyState variant="call-to-action" message="Nothing is looked at yet">
          {mayEdit()
            ? 'Add a check for the first service: its address is enough to begin with.'
            : 'Ask an Editor or an Admin of this organisation to add the first check.'}
        </EmptyState>
      ) : (
        <Text color="secondary">{summaryOf([...checks, ...reported])}</Text>
      )}
      {checks.length + reported.length > 0 && groups.length + shownReported.length === 0 && (
        <EmptyState variant="not-found" message="No service fits">
          Choose any status, kind and group, or search for something else.
        </EmptyState>
      )}
      {groups.map(({ name, checks: members }) => (
        <section key={name} aria-label={name || 'Services without a group'}>
          <Stack direction="column" gap={1}>
            {(name !== '' || groups.length + shownReported.length > 1) && (
              <Text element="h4">{name || 'Without a group'}</Text>
            )}
            <CardList>
              {members.map((check) => (
                <ServiceCard
                  key={check.id}
                  datasourceUid={datasourceUid}
                  check={check}
                  latencies={lastDay.value?.latencies.get(check.id)}
                />
              ))}
            </CardList>
          </Stack>
        </section>
      ))}
      {shownReported.length > 0 && (
        <section aria-label="Reported by services themselves">
          <Stack direction="column" gap={1}>
            <Text element="h4">Reported by services themselves</Text>
            <Text variant="bodySmall" color="secondary">
              Heard of in the last 24 hours. No check looks at them: who falls silent goes from this list.
            </Text>
            <CardList>
              {shownReported.map((service) => (
                <ReportedCard key={`${service.app}/${service.service_name}`} service={service} />
              ))}
            </CardList>
          </Stack>
        </section>
      )}
    </Stack>
  );
}

/** `1 down, 2 degraded, 17 healthy` */
function summaryOf(checks: ReadonlyArray<Pick<HealthCheck, 'status'>>): string {
  return shownStatuses
    .map((status) => ({ status, count: checks.filter((check) => shownStatus(check.status) === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count.toLocaleString('en')} ${statusTexts[status].label.toLowerCase()}`)
    .join(', ');
}
