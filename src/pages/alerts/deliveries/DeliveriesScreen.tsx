import { locationService } from '@grafana/runtime';
import { Button, EmptyState, Stack, Tag, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FilterChoice } from '../../../components/FilterChoice';
import { Skeleton } from '../../../components/Skeleton';
import { deliveryStatuses } from '../../../contract/alerting/deliveryWords';
import { readDeliveryFilters, type DeliveryFilters } from './DeliveryFilters';
import { DeliveryRow } from './DeliveryRow';
import { deliveryStatusTexts } from './deliveryTexts';
import { useDeliveries } from './useDeliveries';

const statusOptions = [
  { value: '', label: 'Any state' },
  ...deliveryStatuses.map((value) => ({ value: value as string, ...deliveryStatusTexts[value] })),
];

/** What was sent, what was not, and why; for Admins. */
export default function DeliveriesScreen({ datasourceUid }: { datasourceUid: string }) {
  const [filters, setFilters] = useState(() => readDeliveryFilters(locationService.getSearch()));
  const { items, error, hasMore, loadMore, reload } = useDeliveries(datasourceUid, filters);
  const change = (part: DeliveryFilters) => {
    setFilters((before) => ({ ...before, ...part }));
    locationService.partial({ ...part }, true);
  };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const channels = useCallback(
    async (typed: string) => {
      const names = await callRoute(datasourceUid, 'listNotificationChannelNames', {});
      return names.items
        .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
        .map(({ name, kind }) => ({ value: name, label: name, description: kind }));
    },
    [datasourceUid]
  );
  const rules = useCallback(
    async (typed: string) => {
      const page = await callRoute(datasourceUid, 'listAlertRules', { query: { limit: 500 } });
      return page.items
        .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
        .map(({ id, name }) => ({ value: id, label: name }));
    },
    [datasourceUid]
  );
  return (
    <Stack direction="column" gap={2}>
      <Stack gap={1} wrap="wrap" alignItems="center">
        <FilterChoice
          name="State"
          width={22}
          options={statusOptions}
          value={filters.status}
          onChange={(value) => change({ status: deliveryStatuses.find((status) => status === value) })}
        />
        <FilterChoice
          name="Channel"
          width={26}
          placeholder="All channels"
          options={channels}
          value={filters.channel}
          onChange={(channel) => change({ channel })}
        />
        <FilterChoice
          name="Rule"
          width={30}
          placeholder="All rules"
          options={rules}
          value={filters.rule}
          onChange={(rule) => change({ rule })}
        />
        {filters.instance !== undefined && (
          <>
            <Tag name="Of one alert" />
            <Button size="sm" variant="secondary" fill="text" onClick={() => change({ instance: undefined })}>
              Show all
            </Button>
          </>
        )}
      </Stack>
      {error && (
        <ErrorNotice
          title={items ? 'This log is not up to date' : 'The delivery log cannot be read'}
          message={error.message}
          onRetry={reload}
        />
      )}
      {!items && !error && <Skeleton label="Loading the delivery log" lines={8} />}
      {items?.length === 0 &&
        (isFiltered ? (
          <EmptyState variant="not-found" message="No delivery fits">
            Choose any state, or another channel or rule.
          </EmptyState>
        ) : (
          <EmptyState variant="completed" message="Nothing was sent yet">
            Once an alert opens whose rule names a channel, each message is here with the provider’s answer. A test of a
            channel is as well.
          </EmptyState>
        ))}
      {items && items.length > 0 && (
        <CardList>
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </CardList>
      )}
      {loadMore.error && <ErrorNotice title="The log ends here" message={loadMore.error.message} />}
      {hasMore && (
        <Button variant="secondary" disabled={loadMore.running} onClick={() => void loadMore.run()}>
          {loadMore.running ? 'Loading…' : 'Show older ones'}
        </Button>
      )}
      {items && items.length > 0 && (
        <Text variant="bodySmall" color="secondary">
          Newest first; goes on by itself.
        </Text>
      )}
    </Stack>
  );
}
