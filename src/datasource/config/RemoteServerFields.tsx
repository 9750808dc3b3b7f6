import { Field, Input, SecretInput, Stack, Text } from '@grafana/ui';
import React from 'react';
import type { ConfigEditorProps } from './ConfigEditorProps';
import { addressHint } from './addressHint';

/** Address and token of a server elsewhere. */
export function RemoteServerFields({ options, onOptionsChange }: ConfigEditorProps) {
  const hint = addressHint(options.url);
  const setToken = (token: string, isConfigured: boolean) =>
    onOptionsChange({
      ...options,
      secureJsonData: { ...options.secureJsonData, token },
      secureJsonFields: { ...options.secureJsonFields, token: isConfigured },
    });
  return (
    <Stack direction="column" gap={2}>
      <Text color="secondary">
        Every query and every change goes to that server, with the name and role of the person who is logged in here.
      </Text>
      <Field
        noMargin
        label="Address"
        description="Of the server's management listener, reachable from Grafana, not from browsers."
        invalid={hint !== undefined}
        error={hint}
      >
        <Input
          id="seamark-url"
          type="url"
          width={60}
          placeholder="http://seamark:8028"
          value={options.url}
          disabled={options.readOnly}
          onChange={(event) => onOptionsChange({ ...options, url: event.currentTarget.value.trim() })}
        />
      </Field>
      <Field
        noMargin
        label="Token"
        description="Of scope “remote”, made in that server's settings. Grafana keeps it encrypted and shows it to nobody."
      >
        <SecretInput
          id="seamark-token"
          width={60}
          placeholder="Paste the token"
          isConfigured={Boolean(options.secureJsonFields?.['token'])}
          value={options.secureJsonData?.token ?? ''}
          disabled={options.readOnly}
          onChange={(event) => setToken(event.currentTarget.value.trim(), false)}
          onReset={() => setToken('', false)}
        />
      </Field>
    </Stack>
  );
}
