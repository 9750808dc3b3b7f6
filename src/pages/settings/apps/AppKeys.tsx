import { Badge, Button, ClipboardButton, ConfirmModal, Stack, Text } from '@grafana/ui';
import React, { useCallback, useState } from 'react';
import { callRoute } from '../../../api/callRoute';
import { useAction } from '../../../api/useAction';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { formatTime } from '../../../components/formatTime';
import type { App, AppKey, KeyScope } from '../../../contract/resources/apps';

interface Props {
  datasourceUid: string;
  app: App;
  onChange: () => void;
}

const scopeTexts: Record<KeyScope, string> = {
  browser: 'Browser: public, part of your pages',
  server: 'Server: secret, may also send health',
};

/** The app's keys: copy, add, revoke. */
export function AppKeys({ datasourceUid, app, onChange }: Props) {
  const [toRevoke, setToRevoke] = useState<AppKey>();
  const create = useAction(
    useCallback(
      async (scope: KeyScope) => {
        await callRoute(datasourceUid, 'createAppKey', { params: { id: app.id }, body: { scope } });
        onChange();
      },
      [datasourceUid, app.id, onChange]
    )
  );
  const revoke = useAction(
    useCallback(
      async (key: AppKey) => {
        await callRoute(datasourceUid, 'revokeAppKey', { params: { id: app.id, keyId: key.id } });
        onChange();
      },
      [datasourceUid, app.id, onChange]
    )
  );
  const error = create.error ?? revoke.error;

  return (
    <section>
      <Stack direction="column" gap={2}>
        <Text element="h3">Keys</Text>
        {error && <ErrorNotice title="The keys were not changed" message={error.message} />}
        {app.keys.map((key) => (
          <Stack key={key.id} gap={2} alignItems="center" wrap="wrap">
            <code style={{ overflowWrap: 'anywhere' }}>{key.key}</code>
            <Text color="secondary">{scopeTexts[key.scope]}</Text>
            {key.revoked_at === null ? (
              <Stack gap={1}>
                <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => key.key}>
                  Copy
                </ClipboardButton>
                <Button size="sm" variant="destructive" fill="outline" onClick={() => setToRevoke(key)}>
                  Revoke
                </Button>
              </Stack>
            ) : (
              <Badge color="darkgrey" text={`Revoked ${formatTime(key.revoked_at)}`} />
            )}
          </Stack>
        ))}
        <Stack gap={1} wrap="wrap">
          <Button variant="secondary" icon="plus" disabled={create.running} onClick={() => create.run('browser')}>
            Add a browser key
          </Button>
          <Button variant="secondary" icon="plus" disabled={create.running} onClick={() => create.run('server')}>
            Add a server key
          </Button>
        </Stack>
      </Stack>
      <ConfirmModal
        isOpen={toRevoke !== undefined}
        title="Revoke this key?"
        body={`Clients that use ${toRevoke?.key ?? ''} are refused from now on, and what they send is lost. What they sent before stays. A revoked key cannot be given back.`}
        confirmText="Revoke the key"
        onDismiss={() => setToRevoke(undefined)}
        onConfirm={async () => {
          if (toRevoke) {
            await revoke.run(toRevoke);
          }
          setToRevoke(undefined);
        }}
      />
    </section>
  );
}
