import { RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { ScrollingRow } from '../../components/queryBuilder/ScrollingRow';
import type { ConfigEditorProps } from './ConfigEditorProps';
import { NextSteps } from './NextSteps';
import { RemoteServerFields } from './RemoteServerFields';
import { ServerCard } from './ServerCard';

type Mode = 'own' | 'remote';
const modes: Array<{ value: Mode; label: string; description: string }> = [
  { value: 'own', label: 'This Grafana', description: 'The server that comes with the plugin' },
  { value: 'remote', label: 'Another server', description: 'One that was started with "serve"' },
];

/** Where the data is. The usual answer needs no input at all. */
export function ConfigEditor({ options, onOptionsChange }: ConfigEditorProps) {
  const [mode, setMode] = useState<Mode>(options.url ? 'remote' : 'own');
  const chooseMode = (next: Mode) => {
    setMode(next);
    if (next === 'own') {
      // Kept, they would still be used: an address decides where queries go.
      const { token: _token, ...secureJsonData } = options.secureJsonData ?? {};
      onOptionsChange({
        ...options,
        url: '',
        secureJsonData,
        secureJsonFields: { ...options.secureJsonFields, token: false },
      });
    }
  };
  return (
    <Stack direction="column" gap={3}>
      <Stack direction="column" gap={1}>
        <Text element="h3" variant="h4">
          Where is the data?
        </Text>
        <ScrollingRow>
          <RadioButtonGroup
            aria-label="Where is the data?"
            options={modes}
            value={mode}
            disabled={options.readOnly}
            onChange={chooseMode}
          />
        </ScrollingRow>
        {mode === 'own' ? (
          <Text color="secondary">
            The plugin runs its own server and database inside this Grafana, or forwards to the one that the Grafana
            administrator has set for it. There is nothing to fill in: press “Save & test”.
          </Text>
        ) : (
          <RemoteServerFields options={options} onOptionsChange={onOptionsChange} />
        )}
      </Stack>
      <ServerCard uid={options.uid} version={options.version} />
      <NextSteps />
    </Stack>
  );
}
