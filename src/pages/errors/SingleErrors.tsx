import { Button, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../api/callRoute';
import { useLoaded } from '../../api/useLoaded';
import { ErrorNotice } from '../../components/ErrorNotice';
import { formatTime } from '../../components/formatTime';
import { Skeleton } from '../../components/Skeleton';
import { ErrorBreadcrumbs } from './ErrorBreadcrumbs';
import { ErrorStack } from './ErrorStack';

interface Props {
  datasourceUid: string;
  groupId: string;
}

const most = 50;

/** The newest errors of a group one by one: its stack, and what came before it. */
export function SingleErrors({ datasourceUid, groupId }: Props) {
  const [index, setIndex] = useState(0);
  const newest = useLoaded(
    useCallback(
      () => callRoute(datasourceUid, 'listErrorGroupEvents', { params: { id: groupId }, query: { limit: most } }),
      [datasourceUid, groupId]
    )
  );
  if (newest.error) {
    return <ErrorNotice title="The stack cannot be read" message={newest.error.message} onRetry={newest.reload} />;
  }
  if (!newest.value) {
    return <Skeleton label="Loading the stack" lines={4} />;
  }
  const { items } = newest.value;
  const event = items[index];
  if (!event) {
    return <Text color="secondary">None of its errors is kept any longer.</Text>;
  }
  const where = [event.page_path, event.release, event.device_info.browser].filter((part) => typeof part === 'string');
  return (
    <Stack direction="column" gap={2}>
      <Stack gap={1} alignItems="center" wrap="wrap">
        <Text element="h3">{index === 0 ? 'Newest error' : `Error ${index + 1} of the newest ${items.length}`}</Text>
        <Text color="secondary">{[formatTime(event.timestamp), ...where].join(' · ')}</Text>
        {items.length > 1 && (
          <Stack gap={0.5}>
            <Button size="sm" variant="secondary" disabled={index === 0} onClick={() => setIndex(index - 1)}>
              Newer
            </Button>
            <Button
              size="sm"
              variant="secondary"
              disabled={index === items.length - 1}
              onClick={() => setIndex(index + 1)}
            >
              Older
            </Button>
          </Stack>
        )}
      </Stack>
      <ErrorStack key={event.id} frames={event.frames} />
      <section>
        <Text element="h4">What came before</Text>
        <ErrorBreadcrumbs datasourceUid={datasourceUid} groupId={groupId} event={event} />
      </section>
    </Stack>
  );
}
