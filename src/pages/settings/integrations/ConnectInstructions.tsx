import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { ClipboardButton, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { ChangedIntegration } from '../../../contract/resources/integrations';
import { alertmanagerReceiver } from './alertmanagerReceiver';

/** How to point the other system at this integration. Without a token, which is shown once, a placeholder stands for it. */
export function ConnectInstructions({ integration }: { integration: ChangedIntegration }) {
  const styles = useStyles2(getStyles);
  if (integration.kind === 'alertmanager') {
    const lines = alertmanagerReceiver(integration);
    return (
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text>Add this receiver to alertmanager.yml, and route to it what you want to see here:</Text>
        <pre className={styles.code}>{lines}</pre>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => lines}>
          Copy the receiver
        </ClipboardButton>
      </Stack>
    );
  }
  return (
    <ol className={styles.steps}>
      <li>
        Open{' '}
        <TextLink inline href={`${config.appSubUrl}/alerting/notifications/receivers/new`}>
          Alerting, Contact points, New
        </TextLink>{' '}
        and choose the integration Webhook.
      </li>
      <li>
        URL: <code>{integration.url}</code>{' '}
        <ClipboardButton size="sm" variant="secondary" fill="text" icon="copy" getText={() => integration.url}>
          Copy
        </ClipboardButton>
      </li>
      <li>
        Under “Optional Webhook settings”: Authorization Header, scheme <code>Bearer</code>, credentials{' '}
        <code>{integration.token ?? `the token that begins with ${integration.hint}`}</code>.
      </li>
      <li>Leave “Disable resolved message” off: without it alerts would never close here.</li>
      <li>Press Test, save, and send a notification policy to it. What arrives is listed here.</li>
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  code: css({ margin: 0, maxWidth: '100%', overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
  steps: css({ paddingLeft: theme.spacing(3), overflowWrap: 'anywhere', '& li': { padding: theme.spacing(0.25, 0) } }),
});
