import { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction, type Action } from '../../../api/useAction';
import { useLive } from '../../../api/useLive';
import type { ApiError } from '../../../api/ApiError';
import type { NotificationDelivery } from '../../../contract/resources/notificationDeliveries';
import type { DeliveryFilters } from './DeliveryFilters';

const pageSize = 50;
const refreshMs = 10_000;

interface Deliveries {
  items?: NotificationDelivery[];
  error?: ApiError;
  hasMore: boolean;
  loadMore: Action<[]>;
  reload: () => void;
}

interface More {
  filters: DeliveryFilters;
  items: NotificationDelivery[];
  cursor: string | null;
}

/** The log, newest first: its first page goes on by itself, older ones when asked for. */
export function useDeliveries(datasourceUid: string, filters: DeliveryFilters): Deliveries {
  const list = useCallback(
    (cursor?: string) =>
      callRoute(datasourceUid, 'listNotificationDeliveries', {
        query: { limit: pageSize, ...definedOf(filters), ...(cursor && { cursor }) },
      }),
    [datasourceUid, filters]
  );
  const first = useLive(
    useCallback(() => list(), [list]),
    refreshMs
  );
  const [kept, setMore] = useState<More>();
  // What was loaded for other filters is of no use.
  const more = kept?.filters === filters ? kept : undefined;
  const cursor = more ? more.cursor : (first.value?.next_cursor ?? null);
  const loadMore = useAction(
    useCallback(async () => {
      if (cursor !== null) {
        const page = await list(cursor);
        setMore((before) => ({
          filters,
          items: [...(before?.filters === filters ? before.items : []), ...page.items],
          cursor: page.next_cursor,
        }));
      }
    }, [list, cursor, filters])
  );
  const newest = first.value?.items;
  const known = new Set(newest?.map(({ id }) => id));
  const older = more?.items.filter(({ id }) => !known.has(id)) ?? [];
  return {
    ...(newest && { items: [...newest, ...older] }),
    ...(first.error && { error: first.error }),
    hasMore: cursor !== null,
    loadMore,
    reload: first.reload,
  };
}

function definedOf(filters: DeliveryFilters): DeliveryFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
