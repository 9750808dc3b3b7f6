import { useCallback, useMemo, useState } from 'react';
import { callRoute } from '../../api/callRoute';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import type { ChosenFilters } from './GroupFilters';

const pageSize = 50;

/** The groups that fit some filters, page after page. `groups` is undefined until the first page is there. */
export function useGroupList(datasourceUid: string, chosen: ChosenFilters) {
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
  const { value, error, reload } = first;
  return {
    groups: useMemo(() => value && [...value.items, ...(more?.items ?? [])], [value, more]),
    error,
    hasMore: Boolean(cursor),
    loadMore,
    /** Starts again from the first page. */
    reload: useCallback(() => {
      setMore(undefined);
      reload();
    }, [reload]),
  };
}
