import { Button, Combobox, EmptyState, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useLive } from '../../../api/useLive';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Named } from '../../../components/Named';
import { Skeleton } from '../../../components/Skeleton';
import { healthStatuses, type HealthStatus } from '../../../contract/health/words';
import { statusTexts } from '../statusTexts';
import { ResultRow } from './ResultRow';

const refreshMs = 15_000;
const firstRows = 50;
const mostRows = 500;
const options = [
  { value: '', label: 'Any status' },
  ...healthStatuses.map((value) => ({ value: value as string, label: statusTexts[value].label })),
];

interface Props {
  datasourceUid: string;
  checkId: string;
}

/** Results, newest first, with where the time of each went. */
export function ResultList({ datasourceUid, checkId }: Props) {
  const [status, setStatus] = useState<HealthStatus>();
  const [limit, setLimit] = useState(firstRows);
  const load = useCallback(
    () =>
      callRoute(datasourceUid, 'listHealthResults', {
        params: { id: checkId },
        query: { limit, ...(status && { status }) },
      }),
    [datasourceUid, checkId, status, limit]
  );
  const { value: page, error, reload } = useLive(load, refreshMs);
  const scale = Math.max(1, ...(page?.items ?? []).map(({ response_time_ms: ms }) => ms ?? 0));
  return (
    <section aria-label="Results">
      <Stack direction="column" gap={1}>
        <Stack gap={1} wrap="wrap" alignItems="center" justifyContent="space-between">
          <Text element="h3">Results</Text>
          <Named name="Status of results">
            {(id) => (
              <Combobox
                aria-labelledby={id}
                width={20}
                options={options}
                value={status ?? ''}
                onChange={({ value }) => setStatus(healthStatuses.find((known) => known === value))}
              />
            )}
          </Named>
        </Stack>
        {error && <ErrorNotice title="The results cannot be read" message={error.message} onRetry={reload} />}
        {!page && !error && <Skeleton label="Loading the results" lines={6} />}
        {page?.items.length === 0 && (
          <EmptyState variant="not-found" message={status ? 'No result of that status' : 'No result yet'}>
            {status ? 'Choose another status.' : 'The first one comes within an interval of the check.'}
          </EmptyState>
        )}
        {page && page.items.length > 0 && (
          <CardList>
            {page.items.map((result) => (
              <ResultRow key={result.checked_at} result={result} scale={scale} />
            ))}
          </CardList>
        )}
        {page?.next_cursor && limit < mostRows && (
          <div>
            <Button variant="secondary" onClick={() => setLimit(mostRows)}>
              Show more
            </Button>
          </div>
        )}
      </Stack>
    </section>
  );
}
