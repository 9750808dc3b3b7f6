import { Badge, Button, Card, ConfirmModal, Stack, TextLink } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { TestAnswer } from '../../../components/alerts/TestAnswer';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import { alertRulePath } from '../../../contract/pagePaths';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import type { ChannelTest, NotificationChannel } from '../../../contract/resources/notificationChannels';
import { channelTexts, formKindOf } from './ChannelForm';
import { targetOf } from './targetOf';

interface Props {
  datasourceUid: string;
  channel: NotificationChannel;
  usedBy: ReadonlyArray<Pick<AlertRuleDetail, 'id' | 'name'>>;
  onEdit: () => void;
  onChange: () => void;
}

/** One channel: where it leads, which rules use it, whether a message gets through. */
export function ChannelCard({ datasourceUid, channel, usedBy, onEdit, onChange }: Props) {
  const { id, name } = channel;
  const [answer, setAnswer] = useState<ChannelTest>();
  const [asking, setAsking] = useState(false);
  const test = useAction(
    useCallback(async () => {
      setAnswer(undefined);
      setAnswer(await callRoute(datasourceUid, 'testNotificationChannel', { params: { id } }));
    }, [datasourceUid, id])
  );
  const remove = useAction(
    useCallback(async () => {
      await callRoute(datasourceUid, 'deleteNotificationChannel', { params: { id } });
      onChange();
    }, [datasourceUid, id, onChange])
  );
  const { label } = channelTexts[formKindOf(channel)];
  return (
    <>
      <Card noMargin>
        <Card.Heading>{name}</Card.Heading>
        <Card.Meta>{[targetOf(channel), `Changed ${formatTime(channel.updated_at)}`]}</Card.Meta>
        <Card.Tags>
          <Badge text={label} color="blue" />
        </Card.Tags>
        <Card.Description>
          {usedBy.length === 0 ? (
            'No rule uses it.'
          ) : (
            <>
              Used by{' '}
              {usedBy.map((rule, index) => (
                <React.Fragment key={rule.id}>
                  {index > 0 && ', '}
                  <TextLink inline href={alertRulePath(rule.id)}>
                    {rule.name}
                  </TextLink>
                </React.Fragment>
              ))}
            </>
          )}
        </Card.Description>
        <Card.Actions>
          <Button size="sm" variant="secondary" icon="envelope" disabled={test.running} onClick={() => void test.run()}>
            {test.running ? 'Sending…' : 'Send a test'}
          </Button>
          <Button size="sm" variant="secondary" icon="pen" onClick={onEdit}>
            Edit
          </Button>
          <Button
            size="sm"
            variant="destructive"
            fill="outline"
            disabled={usedBy.length > 0}
            tooltip={usedBy.length > 0 ? 'Take it out of the rules that use it first' : undefined}
            onClick={() => setAsking(true)}
          >
            Delete
          </Button>
        </Card.Actions>
      </Card>
      <Stack direction="column" gap={1}>
        {test.error && <ErrorNotice title="The test was not sent" message={test.error.message} />}
        {remove.error && <ErrorNotice title="The channel was not deleted" message={remove.error.message} />}
        {answer && <TestAnswer answer={answer} />}
      </Stack>
      <ConfirmModal
        isOpen={asking}
        title={`Delete “${name}”?`}
        body="Its secrets are gone for good. What was sent through it stays in the delivery log; what still waits to be sent is given up."
        confirmText="Delete the channel"
        onDismiss={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void remove.run();
        }}
      />
    </>
  );
}
