import { LinkButton, Stack, Text } from '@grafana/ui';
import React from 'react';
import { pluginIds } from '../../contract/pluginIds';

const page = (name: string) => `/a/${pluginIds.app}/${name}`;

/** Where to go once the test passed. */
export function NextSteps() {
  return (
    <Stack direction="column" gap={1}>
      <Text element="h3" variant="h4">
        What next?
      </Text>
      <Text color="secondary">Create an app and paste its snippet into your site; then watch the numbers arrive.</Text>
      <Stack direction="row" gap={1} wrap="wrap">
        <LinkButton href={page('settings')} variant="secondary" icon="code-branch">
          Connect a site
        </LinkButton>
        <LinkButton href={page('overview')} variant="secondary" icon="apps">
          Open Seamark
        </LinkButton>
      </Stack>
    </Stack>
  );
}
