import { Alert, Button, ClipboardButton, Stack } from '@grafana/ui';
import React from 'react';
import type { CreatedToken } from '../../../contract/resources/tokens';

/** A token that was just created: the only time its secret is shown. */
export function NewToken({ created, onDone }: { created: CreatedToken; onDone: () => void }) {
  return (
    <Alert severity="success" title={`Copy the token “${created.name}” now: it is not shown again`}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <code style={{ overflowWrap: 'anywhere' }}>{created.token}</code>
        <Stack gap={1}>
          <ClipboardButton size="sm" icon="copy" getText={() => created.token}>
            Copy
          </ClipboardButton>
          <Button size="sm" variant="secondary" onClick={onDone}>
            I have it
          </Button>
        </Stack>
      </Stack>
    </Alert>
  );
}
