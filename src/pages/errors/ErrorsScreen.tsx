import { locationService } from '@grafana/runtime';
import { Button, EmptyState, InteractiveTable, Stack } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../api/callRoute';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Skeleton } from '../../components/Skeleton';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { groupColumns } from './groupColumns';
import { GroupFilters, type ChosenFilters } from './GroupFilters';
import { readFilters } from './readFilters';

const pageSize = 50;

/** The errors by their cause, with what was decided about each. */
export function ErrorsScreen({ datasourceUid }: { datasourceUid: string }) {
  const [chosen, setChosen] = useState(() => readFilters(locationService.getSearch()));
  const [more, setMore] = useState<{ items: ErrorGroup[]; cursor: string | null }>();
  const list = useCallback(
    (cursor?: string) =>
      callRoute(datasourceUid, 'listErrorGroups', {
        query: {
          ...chosen,
          status: chosen.status ?? 'unresolved,regressed',
          limit: pageSize,
          ...(cursor && { cursor }),
        },
      }),
    [datasourceUid, chosen]
  );
  const first = useLoaded(useCallback(() => list(), [list]));
  const cursor = more ? more.cursor : first.value?.next_cursor;
  const loadMore = useAction(
    useCallback(async () => {
      const page = await list(cursor ?? undefined);
      setMore((before) => ({ items: [...(before?.items ?? []), ...page.items], cursor: page.next_cursor }));
    }, [list, cursor])
  );
  const change = (part: ChosenFilters) => {
    setChosen((before) => ({ ...before, ...part }));
    setMore(undefined);
    locationService.partial({ ...part }, true);
  };

  return (
    <Stack direction="column" gap={2}>
      <GroupFilters chosen={chosen} onChange={change} />
      {first.error && (
        <ErrorNotice title="The errors cannot be read" message={first.error.message} onRetry={first.reload} />
      )}
      {!first.value && !first.error && <Skeleton label="Loading the errors" lines={8} />}
      {first.value?.items.length === 0 && (
        <EmptyState variant="not-found" message="No errors here">
          Nothing fits these filters. Choose all states, or wait: errors show up within seconds.
        </EmptyState>
      )}
      {first.value && first.value.items.length > 0 && (
        <InteractiveTable
          columns={groupColumns}
          data={[...first.value.items, ...(more?.items ?? [])]}
          getRowId={({ id }) => id}
        />
      )}
      {loadMore.error && <ErrorNotice title="The list ends here" message={loadMore.error.message} />}
      {cursor && (
        <Button variant="secondary" disabled={loadMore.running} onClick={() => void loadMore.run()}>
          Show more
        </Button>
      )}
    </Stack>
  );
}
