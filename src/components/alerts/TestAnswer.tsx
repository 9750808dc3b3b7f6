import { Alert } from '@grafana/ui';
import React from 'react';
import type { ChannelTest } from '../../contract/resources/notificationChannels';

const titles: Record<ChannelTest['outcome'], string> = {
  sent: 'took it',
  retry: 'did not take it now',
  refused: 'refused it',
  unknown: 'did not answer: it may have arrived',
};

/** What the provider of a channel said to a test message. */
export function TestAnswer({ answer: { channel, outcome, answer, duration_ms } }: { answer: ChannelTest }) {
  return (
    <Alert
      severity={outcome === 'sent' ? 'success' : outcome === 'unknown' ? 'warning' : 'error'}
      title={`“${channel}” ${titles[outcome]}`}
    >
      <span style={{ overflowWrap: 'anywhere' }}>
        {answer} ({duration_ms.toLocaleString('en')} ms)
      </span>
    </Alert>
  );
}
