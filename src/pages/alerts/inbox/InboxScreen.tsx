import { locationService } from '@grafana/runtime';
import { Alert, Button, Stack, Tab, TabsBar } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { mayEdit, myLogin } from '../../../api/datasource';
import { useAlertRules } from '../../../api/useAlertRules';
import { alertStatusTexts } from '../../../components/alerts/alertStatusTexts';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import { alertStatuses, type AlertStatus } from '../../../contract/alerting/alertStatuses';
import type { AlertCounts } from '../../../contract/resources/alertInstances';
import { InboxFilterBar } from './InboxFilterBar';
import { isFiltered, readInboxFilters, withLabel, type InboxFilters } from './InboxFilters';
import { InboxList } from './InboxList';
import { NothingHere } from './NothingHere';
import { SeverityCounts } from './SeverityCounts';
import { useInbox } from './useInbox';

type Change = Partial<Record<keyof InboxFilters, string | undefined>>;

const noFilters: Change = {
  query: undefined,
  labels: undefined,
  rule: undefined,
  severity: undefined,
  assigned_to: undefined,
};

/** What fires and who has it: alerts by their state, live, and what people do about them. */
export function InboxScreen({ datasourceUid }: { datasourceUid: string }) {
  const [filters, setFilters] = useState(() => readInboxFilters(locationService.getSearch()));
  const rules = useAlertRules(datasourceUid);
  const { alerts, error, counts, hasMore, loadMore, reload } = useInbox(datasourceUid, filters);
  const change = useCallback((part: Change) => {
    locationService.partial(part, true);
    setFilters(readInboxFilters(locationService.getSearch()));
  }, []);
  const { status } = filters;

  return (
    <Stack direction="column" gap={2}>
      <TabsBar>
        {alertStatuses.map((each) => (
          <Tab
            key={each}
            label={alertStatusTexts[each].label}
            active={each === status}
            counter={each === 'resolved' ? null : countOf(counts, each)}
            onChangeTab={() => change({ status: each === 'active' ? undefined : each })}
          />
        ))}
      </TabsBar>
      <InboxFilterBar filters={filters} rules={rules} me={myLogin()} onChange={change} />
      {counts && (
        <SeverityCounts
          counts={counts[status]}
          chosen={filters.severity}
          onChange={(severity) => change({ severity })}
        />
      )}
      {!mayEdit() && (
        <Alert severity="info" title="You can look, but not act">
          As a Viewer of this organisation you see every alert. Acknowledging, resolving and commenting need the role
          Editor: ask an Admin.
        </Alert>
      )}
      {error && (
        <ErrorNotice
          title={alerts ? 'This list may be old: it could not be read anew' : 'The alerts cannot be read'}
          message={error.message}
          onRetry={reload}
        />
      )}
      {!alerts && !error && <Skeleton label="Loading the alerts" lines={8} />}
      {alerts && (
        <InboxList
          // A list of its own for every choice: nothing selected or held in one counts in the other.
          key={JSON.stringify(filters)}
          datasourceUid={datasourceUid}
          alerts={alerts}
          rules={rules}
          onLabel={(name, value) => change({ labels: withLabel(filters.labels, name, value) })}
          onChange={reload}
          nothing={
            <NothingHere
              status={status}
              isFiltered={isFiltered(filters)}
              rules={rules && { all: rules.size, enabled: [...rules.values()].filter(({ enabled }) => enabled).length }}
              mayEdit={mayEdit()}
              onClear={() => change(noFilters)}
            />
          }
        />
      )}
      {loadMore.error && <ErrorNotice title="The list ends here" message={loadMore.error.message} />}
      {hasMore && (
        <Button variant="secondary" disabled={loadMore.running} onClick={() => void loadMore.run()}>
          Show more
        </Button>
      )}
    </Stack>
  );
}

function countOf(counts: AlertCounts | undefined, status: AlertStatus): number | null {
  return counts ? Object.values(counts[status]).reduce((sum, count) => sum + count, 0) : null;
}
