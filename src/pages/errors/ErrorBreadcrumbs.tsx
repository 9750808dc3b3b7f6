import { dateTimeFormat, type IconName } from '@grafana/data';
import { Icon, Stack, Text } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../api/callRoute';
import { useLoaded } from '../../api/useLoaded';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Skeleton } from '../../components/Skeleton';
import { breadcrumbMinutes, type BreadcrumbKind } from '../../contract/breadcrumbKinds';
import type { Breadcrumb } from '../../contract/resources/breadcrumbs';
import type { ErrorGroupEvent } from '../../contract/resources/errorGroups';

const kinds: Record<BreadcrumbKind, { icon: IconName; label: string }> = {
  page_view: { icon: 'file-alt', label: 'Page' },
  action: { icon: 'user', label: 'Action' },
  request: { icon: 'exchange-alt', label: 'Request' },
  event: { icon: 'bolt', label: 'Event' },
  error: { icon: 'exclamation-circle', label: 'Error' },
  console: { icon: 'brackets-curly', label: 'Console' },
  other: { icon: 'circle', label: 'Note' },
};

interface Props {
  datasourceUid: string;
  groupId: string;
  event: Pick<ErrorGroupEvent, 'id' | 'timestamp'>;
}

/** What the visitor did in the minutes before one error. */
export function ErrorBreadcrumbs({ datasourceUid, groupId, event: { id, timestamp } }: Props) {
  const before = useLoaded(
    useCallback(
      () =>
        callRoute(datasourceUid, 'listErrorBreadcrumbs', {
          params: { id: groupId, eventId: id },
          query: { at: timestamp },
        }),
      [datasourceUid, groupId, id, timestamp]
    )
  );
  if (before.error) {
    return (
      <ErrorNotice title="What came before cannot be read" message={before.error.message} onRetry={before.reload} />
    );
  }
  if (!before.value) {
    return <Skeleton label="Loading what came before" lines={4} />;
  }
  const { items, has_session, has_details } = before.value;
  return (
    <Stack direction="column" gap={1}>
      {items.length === 0 ? (
        <Text color="secondary">
          {has_session
            ? `Nothing is known of the ${breadcrumbMinutes} minutes before.`
            : 'This error belongs to no known session, as it is without consent: what came before cannot be told.'}
        </Text>
      ) : (
        <ol style={{ listStyle: 'none' }}>
          {items.map((item, index) => (
            <Step key={index} item={item} at={timestamp} />
          ))}
        </ol>
      )}
      {!has_details && items.length > 0 && (
        <Text color="secondary" variant="bodySmall">
          Messages, and what the client noted itself, are shown to Editors.
        </Text>
      )}
    </Stack>
  );
}

function Step({ item, at }: { item: Breadcrumb; at: string }) {
  const { icon, label } = kinds[item.kind];
  const seconds = Math.round((Date.parse(at) - Date.parse(item.at)) / 1000);
  return (
    <li style={{ overflowWrap: 'anywhere' }}>
      <Stack gap={1} alignItems="baseline" wrap="wrap">
        <Icon name={icon} size="sm" title={label} />
        <Text color="secondary" variant="bodySmall">
          {dateTimeFormat(item.at, { format: 'HH:mm:ss' })} ({seconds} s before)
        </Text>
        <Text color={item.kind === 'error' ? 'error' : 'primary'}>{item.title}</Text>
        {item.message !== null && <Text color="secondary">{item.message}</Text>}
        {item.page_path !== null && item.page_path !== item.title && (
          <Text color="secondary" variant="bodySmall">
            on {item.page_path}
          </Text>
        )}
      </Stack>
    </li>
  );
}
