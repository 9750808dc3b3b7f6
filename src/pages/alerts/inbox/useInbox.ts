import { useCallback, useMemo, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { useLive } from '../../../api/useLive';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { InboxFilters } from './InboxFilters';

/** How often the inbox looks for news. */
const everyMs = 5000;
const pageSize = 100;

/** The alerts that fit some filters, newest first: the first page live, the ones below it as they were when asked for. */
export function useInbox(datasourceUid: string, filters: InboxFilters) {
  const [more, setMore] = useState<{ items: AlertInstanceDetail[]; cursor: string | null }>();
  const list = useCallback(
    (cursor?: string) =>
      callRoute(datasourceUid, 'listAlertInstances', {
        query: { ...given(filters), limit: pageSize, ...(cursor && { cursor }) },
      }),
    [datasourceUid, filters]
  );
  const first = useLive(
    useCallback(() => list(), [list]),
    everyMs
  );
  const counts = useLive(
    useCallback(() => {
      const { status: _, severity: __, ...rest } = filters;
      return callRoute(datasourceUid, 'countAlertInstances', { query: given(rest) });
    }, [datasourceUid, filters]),
    everyMs
  );
  const cursor = more === undefined ? first.value?.next_cursor : more.cursor;
  const loadMore = useAction(
    useCallback(async () => {
      const page = await list(cursor ?? undefined);
      setMore((before) => ({ items: [...(before?.items ?? []), ...page.items], cursor: page.next_cursor }));
    }, [list, cursor])
  );
  const { value, error, reload: reloadList } = first;
  const { reload: reloadCounts } = counts;
  return {
    alerts: useMemo(() => value && unique([...value.items, ...(more?.items ?? [])]), [value, more]),
    error,
    counts: counts.value,
    hasMore: Boolean(cursor),
    loadMore,
    /** Starts again from the first page. */
    reload: useCallback(() => {
      setMore(undefined);
      reloadList();
      reloadCounts();
    }, [reloadList, reloadCounts]),
  };
}

/** Without what is not chosen: an empty text is a choice only of who has an alert. */
function given<T extends object>(query: T): T {
  const entries = Object.entries(query).filter(([name, value]) => value !== '' || name === 'assigned_to');
  return Object.fromEntries(entries) as T;
}

/** An alert that opens meanwhile pushes others from the first page to the next, where they are already. */
function unique(alerts: AlertInstanceDetail[]): AlertInstanceDetail[] {
  return [...new Map(alerts.map((alert) => [alert.id, alert])).values()];
}
