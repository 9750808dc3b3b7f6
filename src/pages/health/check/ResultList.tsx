import { Button, Combobox, EmptyState, Stack, Text } from '@grafana/ui';
import React from 'react';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Named } from '../../../components/Named';
import { Skeleton } from '../../../components/Skeleton';
import { healthStatuses } from '../../../contract/health/words';
import { statusTexts } from '../statusTexts';
import { ResultRow } from './ResultRow';
import type { Results } from './useResults';

const options = [
  { value: '', label: 'Any status' },
  ...healthStatuses.map((value) => ({ value: value as string, label: statusTexts[value].label })),
];

/** Results, newest first, with where the time of each went. */
export function ResultList({ results }: { results: Results }) {
  const { status, setStatus, showMore } = results;
  const { value: page, error, reload } = results.page;
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
          <EmptyState
            variant="not-found"
            message={status ? 'No result of that status in this time' : 'No result in this time'}
          >
            {status
              ? 'Choose another status, or a longer time above.'
              : 'Choose a longer time above. A new check has its first one within an interval.'}
          </EmptyState>
        )}
        {page && page.items.length > 0 && (
          <CardList>
            {page.items.map((result) => (
              <ResultRow key={result.checked_at} result={result} scale={scale} />
            ))}
          </CardList>
        )}
        {showMore && (
          <div>
            <Button variant="secondary" onClick={showMore}>
              Show more
            </Button>
          </div>
        )}
      </Stack>
    </section>
  );
}
