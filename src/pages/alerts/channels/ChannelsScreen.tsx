import { Alert, Button, EmptyState, Stack } from '@grafana/ui';
import React, { useCallback } from 'react';
import { callRoute } from '../../../api/callRoute';
import { listEvery } from '../../../api/listEvery';
import { useEdited } from '../../../api/useEdited';
import { useLoaded } from '../../../api/useLoaded';
import { CardList } from '../../../components/CardList';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Skeleton } from '../../../components/Skeleton';
import type { CreateNotificationChannel, NotificationChannel } from '../../../contract/resources/notificationChannels';
import { ChannelCard } from './ChannelCard';
import { ChannelEditor } from './ChannelEditor';

/** Where messages go; for Admins. */
export default function ChannelsScreen({ datasourceUid }: { datasourceUid: string }) {
  const loaded = useLoaded(
    useCallback(async () => {
      const pages = { limit: 500 };
      const [channels, rules, status] = await Promise.all([
        listEvery((cursor) =>
          callRoute(datasourceUid, 'listNotificationChannels', { query: { ...pages, ...(cursor && { cursor }) } })
        ),
        listEvery((cursor) =>
          callRoute(datasourceUid, 'listAlertRules', { query: { ...pages, ...(cursor && { cursor }) } })
        ),
        callRoute(datasourceUid, 'getStatus', {}),
      ]);
      return { channels, rules, status };
    }, [datasourceUid])
  );
  const { reload, value, error } = loaded;
  const { edited, edit, save, stop } = useEdited<NotificationChannel, CreateNotificationChannel>(
    useCallback(
      ({ name, settings, ...more }, before) =>
        before === undefined
          ? callRoute(datasourceUid, 'createNotificationChannel', { body: { name, settings, ...more } })
          : callRoute(datasourceUid, 'updateNotificationChannel', {
              params: { id: before.id },
              body: { name, settings, expected_version: before.version },
            }),
      [datasourceUid]
    ),
    reload
  );

  if (error) {
    return <ErrorNotice title="The channels cannot be read" message={error.message} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton label="Loading the channels" lines={6} />;
  }
  if (edited !== undefined) {
    return (
      <ChannelEditor
        channel={edited === 'new' ? undefined : edited}
        save={save}
        onCancel={stop}
        onReload={() => {
          stop();
          reload();
        }}
      />
    );
  }
  const { channels, rules, status } = value;
  const create = (
    <Button icon="plus" onClick={() => edit('new')}>
      New channel
    </Button>
  );
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      {status.mail_configured === false && <MailNotice isUsed={channels.some(({ kind }) => kind === 'email')} />}
      {channels.length === 0 ? (
        <EmptyState variant="call-to-action" message="No channel yet" button={create}>
          Alerts are in the inbox, and nobody is told. A channel sends them by email, to Slack or to an address of
          yours.
        </EmptyState>
      ) : (
        <>
          {create}
          <CardList>
            {channels.map((channel) => (
              <ChannelCard
                key={channel.id}
                datasourceUid={datasourceUid}
                channel={channel}
                usedBy={rules.filter(({ notification_channels: names }) => names.includes(channel.name))}
                onEdit={() => edit(channel)}
                onChange={reload}
              />
            ))}
          </CardList>
        </>
      )}
    </Stack>
  );
}

function MailNotice({ isUsed }: { isUsed: boolean }) {
  return (
    <Alert severity={isUsed ? 'warning' : 'info'} title="Email is not configured on this server">
      Set SEAMARK_SMTP_URL (as in smtps://user:password@mail.example:465) and SEAMARK_MAIL_FROM, and start the server
      again. Until then messages of email channels wait and are given up in the end; the delivery log says so.
    </Alert>
  );
}
