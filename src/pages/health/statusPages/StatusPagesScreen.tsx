import { Alert, Button, EmptyState, Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { isAdmin } from '../../../api/datasource';
import { listEvery } from '../../../api/listEvery';
import { useEdited } from '../../../api/useEdited';
import { useLoaded } from '../../../api/useLoaded';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { CreateStatusPage, StatusPage } from '../../../contract/resources/statusPages';
import { StatusPageCard } from './StatusPageCard';
import { StatusPageEditor } from './StatusPageEditor';

/** Pages for people who have no account here; for Admins. The server refuses the others by itself. */
export default function StatusPagesScreen({ datasourceUid }: { datasourceUid: string }) {
  return isAdmin() ? (
    <StatusPages datasourceUid={datasourceUid} />
  ) : (
    <Alert severity="info" title="Status pages are for Admins only">
      Whoever has the address of one sees it without signing in. Ask an Admin of this organisation for a page or a
      change.
    </Alert>
  );
}

function StatusPages({ datasourceUid }: { datasourceUid: string }) {
  const { value, error, reload } = useLoaded(
    useCallback(async () => {
      const query = (cursor: string | undefined) => ({ query: { limit: 500, ...(cursor && { cursor }) } });
      const [pages, checks] = await Promise.all([
        listEvery((cursor) => callRoute(datasourceUid, 'listStatusPages', query(cursor))),
        listEvery((cursor) => callRoute(datasourceUid, 'listHealthChecks', query(cursor))),
      ]);
      return { pages, checks };
    }, [datasourceUid])
  );
  const { edited, edit, save, stop } = useEdited<StatusPage, CreateStatusPage>(
    useCallback(
      (body, before) =>
        before === undefined
          ? callRoute(datasourceUid, 'createStatusPage', { body })
          : callRoute(datasourceUid, 'updateStatusPage', {
              params: { id: before.id },
              body: { ...body, expected_version: before.version },
            }),
      [datasourceUid]
    ),
    reload
  );
  if (error) {
    return <ErrorNotice title="The status pages cannot be read" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the status pages" lines={4} />;
  }
  if (edited !== undefined) {
    return (
      <StatusPageEditor
        page={edited === 'new' ? undefined : edited}
        checks={value.checks}
        save={save}
        onCancel={stop}
        onReload={() => {
          stop();
          reload();
        }}
      />
    );
  }
  const create = (
    <Button icon="plus" onClick={() => edit('new')}>
      New status page
    </Button>
  );
  return value.pages.length === 0 ? (
    <EmptyState variant="call-to-action" message="No status page yet" button={create}>
      A status page tells your visitors which services run, without signing in. It shows only the services that you
      choose, under names of your choice, and is off until you switch it on.
    </EmptyState>
  ) : (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {create}
      <CardList>
        {value.pages.map((page) => (
          <StatusPageCard
            key={page.id}
            datasourceUid={datasourceUid}
            page={page}
            onEdit={() => edit(page)}
            onChange={reload}
          />
        ))}
      </CardList>
    </Stack>
  );
}
