import { Alert, Button, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { TestAnswer } from '../../../components/alerts/TestAnswer';
import type { RuleTest } from '../../../contract/resources/notificationChannels';

interface Props {
  datasourceUid: string;
  ruleId: string;
  /** Why it cannot be sent now; undefined where it can. */
  obstacle: string | undefined;
}

/** Sends a sample of the rule to its channels, and shows what each provider answered. */
export function TestNotification({ datasourceUid, ruleId, obstacle }: Props) {
  const [test, setTest] = useState<RuleTest>();
  const send = useAction(
    useCallback(async () => {
      setTest(undefined);
      setTest(await callRoute(datasourceUid, 'testAlertRule', { params: { id: ruleId } }));
    }, [datasourceUid, ruleId])
  );
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Button
        type="button"
        variant="secondary"
        icon="envelope"
        disabled={send.running || obstacle !== undefined}
        tooltip={obstacle}
        onClick={() => void send.run()}
      >
        {send.running ? 'Sending…' : 'Send test notification'}
      </Button>
      {obstacle !== undefined && (
        <Text variant="bodySmall" color="secondary">
          {obstacle}
        </Text>
      )}
      {send.error && <ErrorNotice title="The test was not sent" message={send.error.message} />}
      {test?.items.length === 0 && <Alert severity="info" title="The rule has no channels: nobody was told" />}
      {test?.items.map((answer) => (
        <TestAnswer key={answer.channel} answer={answer} />
      ))}
    </Stack>
  );
}
